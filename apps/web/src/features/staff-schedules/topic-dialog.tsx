import type { StaffTopic, TopicTerms } from '@rodnik/contract/staff-offices'
import { type SyntheticEvent, useState } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { type Faults, useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { DialogActions } from '../../ui/staff/dialog-actions.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useTopic } from './schedules.queries.ts'
import { Tick } from './tick.tsx'

type Props = { topic: StaffTopic | null; onClose: () => void }

const wholeOf = (typed: string) => (/^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN)

/** A new topic, or one that is changed for the times to come. */
export function TopicDialog({ topic, onClose }: Props) {
  const { schedules } = useStaffWords()
  const { topics: say } = schedules
  const [switches, setSwitches] = useState({
    isForGuests: topic?.isForGuests ?? true,
    isActive: topic?.isActive ?? true,
  })
  const { formRef, faults, showFaults } = useFormFaults()
  const saving = useTopic(topic?.id ?? null)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (saving.isPending) return
    const data = new FormData(event.currentTarget)
    const terms: TopicTerms = {
      name: { ru: textOf(data, 'nameRu'), en: textOf(data, 'nameEn') },
      bring: { ru: textOf(data, 'bringRu'), en: textOf(data, 'bringEn') },
      minutes: wholeOf(textOf(data, 'length')),
      bufferMinutes: wholeOf(textOf(data, 'buffer')),
      ...switches,
    }
    const wrong = {
      ...(terms.name.ru === '' && { nameRu: say.fault }),
      ...(terms.name.en === '' && { nameEn: say.fault }),
      ...(!(terms.minutes >= 5 && terms.minutes <= 240) && { length: say.minutesFault }),
      ...(!(terms.bufferMinutes <= 60) && { buffer: say.minutesFault }),
    }
    if (showFaults(wrong)) saving.mutate(terms, { onSuccess: onClose })
  }

  return (
    <Dialog title={topic ? say.change : say.add} onClose={onClose}>
      {saving.error && <StaffFailure error={saving.error} said={schedules.refused} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <TopicFields topic={topic} faults={faults} />
        {(['isForGuests', 'isActive'] as const).map((name) => (
          <Tick
            key={name}
            label={say[name]}
            isOn={switches[name]}
            onSwitch={(isOn) => setSwitches({ ...switches, [name]: isOn })}
          />
        ))}
        <DialogActions label={say.save} isPending={saving.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}

function TopicFields({ topic, faults }: { topic: StaffTopic | null; faults: Faults }) {
  const { topics: say } = useStaffWords().schedules
  const known = {
    nameRu: topic?.name.ru,
    nameEn: topic?.name.en,
    bringRu: topic?.bring.ru,
    bringEn: topic?.bring.en,
    length: topic?.minutes ?? 20,
    buffer: topic?.bufferMinutes ?? 0,
  }
  return (Object.keys(known) as (keyof typeof known)[]).map((name) => (
    <Field
      key={name}
      label={say[name]}
      name={name}
      autoComplete="off"
      defaultValue={known[name]}
      fault={faults[name]}
    />
  ))
}
