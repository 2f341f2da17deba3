import type { CreditedPayment, PaymentCorrection } from '@rodnik/contract/staff-payments'
import { type SyntheticEvent, useState } from 'react'
import { ApiError } from '../../lib/call.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { scaledText } from '../../lib/typed-number.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { useCorrection } from './payments.queries.ts'
import { faultsOf, sumOf, type TypedCorrection, wholeNumberOf } from './typed-correction.ts'

export type Target = {
  account: { id: string; number: string }
  payment: CreditedPayment
  kind: PaymentCorrection['kind']
  onClose: () => void
}

/** What is typed, what is wrong with it, and the way to the ledger; a refusal leaves everything as it was typed. */
export function useCorrectionForm({ account, payment, kind, onClose }: Target) {
  const { faults: say } = useStaffWords().payments.correction
  const { language, format } = useSpeech()
  const { formRef, faults, showFaults } = useFormFaults()
  const { transaction, leftKopecks } = payment
  const [typed, setTyped] = useState<TypedCorrection>(() => ({
    sum: scaledText(leftKopecks, { digits: 2, least: 2, point: language === 'ru' ? ',' : '.' }),
    toAccount: kind === 'transfer' ? '' : undefined,
    reason: '',
    isDoneAtBank: false,
  }))
  const { mutate, error, isPending } = useCorrection(account.id)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const found = faultsOf(typed, { leftKopecks, ownNumber: account.number })
    const inWords = Object.entries(found).map(([field, fault]) => [
      field,
      fault === 'more' ? say.more(format.money(leftKopecks)) : say[fault],
    ])
    const amountKopecks = sumOf(typed, leftKopecks)
    if (!showFaults(Object.fromEntries(inWords)) || amountKopecks === undefined) return
    const toAccountNumber = wholeNumberOf(typed)
    mutate(
      {
        transaction,
        amountKopecks,
        reason: typed.reason.trim(),
        ...(toAccountNumber !== undefined && { toAccountNumber }),
        ...(typed.isDoneAtBank && { isDoneAtBank: true }),
      },
      {
        onSuccess: onClose,
        onError: (refusal) => isUnknownAccount(refusal) && showFaults({ toAccountNumber: say.unknown }),
      },
    )
  }

  return {
    formRef,
    faults,
    typed,
    change: (to: Partial<TypedCorrection>) => setTyped((now) => ({ ...now, ...to })),
    onSubmit,
    isPending,
    // What a field says for itself is not said twice.
    error: isUnknownAccount(error) ? null : error,
  }
}
export type CorrectionForm = Omit<ReturnType<typeof useCorrectionForm>, 'formRef'>

const isUnknownAccount = (error: Error | null): boolean =>
  error instanceof ApiError && error.problem?.fields?.['toAccountNumber'] !== undefined
