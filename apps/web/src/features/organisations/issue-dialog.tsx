import type { CredentialsOrder } from '@rodnik/contract/organisations'
import type { SyntheticEvent } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { IssuedSheet } from './issued-sheet.tsx'
import { useIssue } from './organisations.queries.ts'

type Props = {
  id: string
  /** Of the issue that the card shows as the last; undefined before the first. */
  lastIssueId: string | undefined
  onClose: () => void
}

/** Asks whose document was shown, and why again; then shows login and password, once. */
export function IssueDialog({ id, lastIssueId, onClose }: Props) {
  const { issue: words, issued } = useStaffWords().organisations
  const issuing = useIssue(id)
  const which = lastIssueId === undefined ? 'first' : 'again'
  if (issuing.data) {
    return (
      <Dialog key="issued" title={issued.title}>
        <IssuedSheet credentials={issuing.data} onClose={onClose} />
      </Dialog>
    )
  }
  return (
    <Dialog key="order" title={words.title[which]} onClose={onClose}>
      <p>{words.text[which]}</p>
      {issuing.error && (
        <StaffFailure error={issuing.error} said={{ credentials_changed_meanwhile: words.overtaken }} />
      )}
      <OrderForm
        replaces={lastIssueId}
        isPending={issuing.isPending}
        onOrder={(order) => issuing.mutate(order)}
        onCancel={onClose}
      />
    </Dialog>
  )
}

type FormProps = {
  replaces: string | undefined
  isPending: boolean
  onOrder: (order: CredentialsOrder) => void
  onCancel: () => void
}

function OrderForm({ replaces, isPending, onOrder, onCancel }: FormProps) {
  const { frame, organisations } = useStaffWords()
  const { issue: words } = organisations
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const data = new FormData(event.currentTarget)
    const [document, reason] = [textOf(data, 'document'), textOf(data, 'reason')]
    const isReasonMissing = replaces !== undefined && reason === ''
    const isRight = showFaults({
      ...(document === '' && { document: words.faults.document }),
      ...(isReasonMissing && { reason: words.faults.reason }),
    })
    if (isRight) onOrder({ document, ...(replaces !== undefined && { replaces, reason }) })
  }

  return (
    <form ref={formRef} onSubmit={onSubmit} noValidate>
      <Field
        label={words.document}
        hint={words.documentHint}
        name="document"
        autoComplete="off"
        maxLength={200}
        fault={faults['document']}
      />
      {replaces !== undefined && (
        <Field
          label={words.reason}
          hint={words.reasonHint}
          name="reason"
          autoComplete="off"
          maxLength={500}
          fault={faults['reason']}
        />
      )}
      <div className="actions">
        <button aria-disabled={isPending}>{isPending ? words.sending : words.confirm}</button>
        <button type="button" className="quiet" onClick={onCancel}>
          {frame.cancel}
        </button>
      </div>
    </form>
  )
}
