import type { CreditedPayment } from '@rodnik/contract/staff-payments'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { ToAccountField } from './to-account-field.tsx'
import { sumOf, type TypedCorrection, wholeNumberOf } from './typed-correction.ts'
import { type CorrectionForm, type Target, useCorrectionForm } from './use-correction-form.ts'

/** What will happen, in a sentence that follows what is typed, and a button that says it once more. */
export function CorrectionDialog(target: Target) {
  const { frame, payments } = useStaffWords()
  const { correction: words } = payments
  const { payment, kind, onClose } = target
  const { formRef, ...form } = useCorrectionForm(target)
  const { format } = useSpeech()
  const { text, confirm } = useSentences(payment, form.typed)
  const left = format.money(payment.leftKopecks)
  return (
    <Dialog title={words[kind].title} onClose={onClose}>
      <p>{words.whole(format.date(payment.paidOn), format.money(payment.amountKopecks))}</p>
      {form.error && <StaffFailure error={form.error} said={words.refusals} />}
      <form ref={formRef} onSubmit={form.onSubmit} noValidate>
        {form.typed.toAccount !== undefined && <ToAccountField form={form} value={form.typed.toAccount} />}
        <Field
          label={words.sum}
          hint={words.sumHint(left)}
          name="sum"
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          value={form.typed.sum}
          onChange={({ target: { value } }) => form.change({ sum: value })}
          fault={form.faults['sum']}
        />
        <Field
          label={words.reason}
          hint={words.reasonHint}
          name="reason"
          autoComplete="off"
          maxLength={300}
          value={form.typed.reason}
          onChange={({ target: { value } }) => form.change({ reason: value })}
          fault={form.faults['reason']}
        />
        {kind === 'refund' && <DoneAtBank form={form} />}
        <p>{text}</p>
        <p className="actions">
          <button aria-disabled={form.isPending}>{confirm}</button>
          <button type="button" className="quiet" onClick={onClose}>
            {frame.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

function DoneAtBank({ form }: { form: Pick<CorrectionForm, 'typed' | 'change'> }) {
  const { atBank } = useStaffWords().payments.correction.refund
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={form.typed.isDoneAtBank}
        onChange={({ target }) => form.change({ isDoneAtBank: target.checked })}
      />
      {atBank.label}
    </label>
  )
}

function useSentences({ leftKopecks, paidOn }: CreditedPayment, typed: TypedCorrection) {
  const { correction: words } = useStaffWords().payments
  const { format } = useSpeech()
  const kopecks = sumOf(typed, leftKopecks)
  const sum = kopecks === undefined ? words.money : format.money(kopecks)
  if (typed.toAccount === undefined) {
    return typed.isDoneAtBank
      ? { text: words.refund.atBank.text(sum), confirm: words.refund.atBank.confirm(sum) }
      : { text: words.refund.text(sum), confirm: words.refund.confirm(sum) }
  }
  const number = wholeNumberOf(typed)
  const to =
    number === undefined ? words.transfer.other : words.transfer.account(accountNumberOnPaper(number))
  return {
    text: words.transfer.text(sum, to, format.date(paidOn)),
    confirm: words.transfer.confirm(sum, to),
  }
}
