import type { SyntheticEvent } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useLate } from './queue.queries.ts'

type Props = { specialistId: string; name: string; lateMinutes: number | null; onClose: () => void }

/** Tells those who are next that they will wait. */
export function LateDialog({ specialistId, name, lateMinutes, onClose }: Props) {
  const { queue: words } = useStaffWords()
  const { lateDialog: say } = words
  const { formRef, faults, showFaults } = useFormFaults()
  const late = useLate(specialistId)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (late.isPending) return
    const typed = textOf(new FormData(event.currentTarget), 'minutes')
    const minutes = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN
    if (showFaults(minutes <= 240 ? {} : { minutes: say.fault })) late.mutate(minutes)
  }

  return (
    <Dialog title={`${say.title}: ${name}`} onClose={onClose}>
      <p>{say.text}</p>
      {late.error && <StaffFailure error={late.error} said={words.refused} />}
      {late.data && <Notice kind="ok" title={say.told(late.data.told)} isUrgent />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <Field
          label={say.minutes}
          hint={say.hint}
          name="minutes"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={lateMinutes ?? 15}
          fault={faults['minutes']}
        />
        <p className="actions">
          <button aria-disabled={late.isPending}>{say.send}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {say.close}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
