import type { Queue } from '@rodnik/contract/staff-appointments'
import { useQuery } from '@tanstack/react-query'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useOfficeTime } from '../../lib/use-office-time.ts'
import { Field } from '../../ui/field.tsx'
import { ChoiceSelect } from '../../ui/staff/choice-select.tsx'
import { freeTimesQuery } from './queue.queries.ts'

export type PlaceTyped = { specialistId: string; day: string; startsAt: string }

type Props = {
  queue: Queue
  topicId: string
  typed: PlaceTyped
  fault: string | undefined
  onChange: (typed: PlaceTyped) => void
}

/** With whom, on which day, at which of the free times. */
export function PlaceFields({ queue, topicId, typed, fault, onChange }: Props) {
  const { bookDialog: say } = useStaffWords().queue
  const { language } = useSpeech()
  const { time } = useOfficeTime(queue.office.timeZone)
  const { specialistId, day, startsAt } = typed
  const sought = { officeId: queue.office.id, topicId, day, specialistId: specialistId || undefined }
  const times = useQuery(freeTimesQuery(sought)).data?.times ?? []
  const serving = queue.specialists.filter(({ topicIds }) => topicIds.includes(topicId))
  const nothing = times.length === 0 ? say.noTimes : say.chooseTime
  return (
    <>
      <ChoiceSelect
        label={say.specialist}
        value={specialistId}
        options={[
          { value: '', name: say.anyone },
          ...serving.map(({ id, name }) => ({ value: id, name: name[language] })),
        ]}
        onChoose={(to) => onChange({ ...typed, specialistId: to, startsAt: '' })}
      />
      <Field
        label={say.day}
        name="day"
        type="date"
        value={day}
        min={queue.today}
        onChange={(event) => onChange({ ...typed, day: event.currentTarget.value, startsAt: '' })}
      />
      <ChoiceSelect
        label={say.time}
        value={startsAt}
        fault={fault}
        options={[
          { value: '', name: nothing },
          ...times.map((free) => ({ value: free.startsAt, name: time(free.startsAt) })),
        ]}
        onChoose={(to) => onChange({ ...typed, startsAt: to })}
      />
    </>
  )
}
