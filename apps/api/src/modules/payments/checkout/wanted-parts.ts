import type { AccountToPay, NewPaymentPart } from '@rodnik/contract/payments'
import { AppError } from '../../../platform/errors.ts'
import type { PaymentRules } from './payment-rules.service.ts'

/** What of a payment is for which account; penalties are part of the sum. */
export type WantedPart = {
  accountId: string
  accountNumber: string
  amountKopecks: number
  penaltyKopecks: number
  /** What of it is beyond the debt. */
  advanceKopecks: number
}

/**
 * The sums of a payment, from the debts as they are at this moment.
 * @throws not_found for an account that is not theirs to pay; payment_sum_changed, payment_nothing_owed,
 * payment_too_small, payment_too_large
 */
export function decideParts(
  wanted: readonly NewPaymentPart[],
  accounts: readonly AccountToPay[],
  rules: PaymentRules,
): WantedPart[] {
  if (new Set(wanted.map(({ accountId }) => accountId)).size < wanted.length) {
    throw new AppError('invalid_request', { fields: { parts: 'same_account_twice' } })
  }
  const parts = wanted.map((part) => decide(part, accounts))
  const total = parts.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0)
  if (total < rules.leastKopecks) throw new AppError('payment_too_small')
  if (total > rules.mostKopecks) throw new AppError('payment_too_large')
  return parts
}

function decide(wanted: NewPaymentPart, accounts: readonly AccountToPay[]): WantedPart {
  const account = accounts.find(({ accountId }) => accountId === wanted.accountId)
  if (!account) throw new AppError('not_found')
  const { owed } = account
  if (owed.toPayKopecks !== wanted.seenKopecks) throw new AppError('payment_sum_changed')
  const debtKopecks = Math.max(0, owed.principalKopecks)
  const waterKopecks = wanted.waterKopecks ?? debtKopecks
  const penaltyKopecks = wanted.withPenalties ? Math.max(0, owed.penaltyKopecks) : 0
  const amountKopecks = waterKopecks + penaltyKopecks
  if (amountKopecks === 0) throw new AppError('payment_nothing_owed')
  return {
    accountId: account.accountId,
    accountNumber: account.number,
    amountKopecks,
    penaltyKopecks,
    advanceKopecks: Math.max(0, waterKopecks - debtKopecks),
  }
}
