import type { OutageNotice, OutageReach } from '@rodnik/contract/staff-outages'
import { type SyntheticEvent, useState } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useReach } from './notices.queries.ts'
import { OutageFields } from './outage-fields.tsx'
import { ReachNotice } from './reach-notice.tsx'
import { type TypedOutage, typedOutage } from './typed-outage.ts'

type Props = {
  notice: OutageNotice | null
  timeZone: string
  label: string
  isPending: boolean
  error: Error | null
  onSave: (notice: OutageNotice) => void
}

type Reached = { streets: OutageNotice['streets']; reach: OutageReach }

/** An outage as it is written down. Whom it reaches can be seen before everybody reads it. */
export function OutageForm({ notice, timeZone, label, isPending, error, onSave }: Props) {
  const { outageDesk: words } = useStaffWords()
  const { formRef, faults, showFaults } = useFormFaults()
  const [reached, setReached] = useState<Reached | null>(null)
  const preview = useReach()
  const faultsOf = useFaults()

  function checked(form: HTMLFormElement | null): OutageNotice | null {
    if (!form) return null
    const typed = typedOutage(new FormData(form), timeZone)
    return showFaults(faultsOf(typed)) ? typed.notice : null
  }

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = checked(event.currentTarget)
    if (typed && !isPending) onSave(typed)
  }

  function onPreview() {
    const typed = checked(formRef.current)
    if (!typed || preview.isPending) return
    const { streets } = typed
    preview.mutate(streets, { onSuccess: (reach) => setReached({ streets, reach }) })
  }

  return (
    <form ref={formRef} className="staff-form" onSubmit={onSubmit} noValidate>
      <OutageFields notice={notice} timeZone={timeZone} faults={faults} />
      <p className="actions">
        <button type="button" className="quiet" aria-disabled={preview.isPending} onClick={onPreview}>
          {words.form.preview}
        </button>
      </p>
      {preview.error && <StaffFailure error={preview.error} said={words.refused} />}
      {reached && <ReachNotice {...reached} />}
      {error && <StaffFailure error={error} said={words.refused} />}
      <p className="actions">
        <button aria-disabled={isPending}>{label}</button>
      </p>
    </form>
  )
}

function useFaults() {
  const { faults: say } = useStaffWords().outageDesk
  return ({ wrong, wrongLines }: TypedOutage): Record<string, string> => {
    const said = {
      titleRu: say.title,
      titleEn: say.title,
      services: say.services,
      startsAt: say.startsAt,
      expectedEndAt: say.expectedEndAt,
      streets: wrongLines.length > 0 ? say.streetLines(wrongLines.join(', ')) : say.streets,
    }
    return Object.fromEntries(wrong.map((field) => [field, said[field]]))
  }
}

/** What somebody else has saved meanwhile, in a line or two. */
export function NoticeInShort({ notice }: { notice: OutageNotice }) {
  const { language } = useSpeech()
  return (
    <p>
      <b>{notice.title[language]}</b> {notice.advice[language]}
    </p>
  )
}
