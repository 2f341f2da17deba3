import type { SyntheticEvent } from 'react'
import type { FailureCode } from '../../lib/call.ts'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../field.tsx'
import { Dialog } from './dialog.tsx'
import { StaffFailure } from './staff-failure.tsx'

type Props = {
  title: string
  text: string
  /** What is asked for, where it is not the reason. */
  asked?: { label: string; hint: string; fault: string }
  error: Error | null
  isPending: boolean
  said?: Partial<Record<FailureCode, string>>
  onReason: (reason: string) => void
  onClose: () => void
}

/** What will happen, and why: the reason stands in the log. */
export function ReasonDialog({ title, text, asked, error, isPending, said, onReason, onClose }: Props) {
  const { frame, people } = useStaffWords()
  const { label, hint, fault } = asked ?? people.reason
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const reason = textOf(new FormData(event.currentTarget), 'reason')
    if (showFaults(reason === '' ? { reason: fault } : {})) onReason(reason)
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      {error && <StaffFailure error={error} {...(said && { said })} />}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <Field
          label={label}
          hint={hint}
          name="reason"
          autoComplete="off"
          maxLength={300}
          fault={faults['reason']}
        />
        <p className="actions">
          <button aria-disabled={isPending}>{title}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
