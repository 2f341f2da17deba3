import type { OrderSeen } from '../../../platform/acquirer.ts'
import type { AskedPayment } from './asked-payment.repo.ts'

export type Mismatch = 'foreign_order' | 'wrong_order_sum' | 'wrong_currency' | 'wrong_amount' | 'refund'

/**
 * Why what the acquirer says is not our order as we know it; undefined when it is. A refund that we know nothing of
 * was made in the acquirer's own pages: the ledger does not follow it by itself.
 */
export function mismatchOf(payment: AskedPayment, seen: OrderSeen): Mismatch | undefined {
  const isOther =
    seen.orderNumber !== payment.number ||
    (payment.acquirerId !== null && seen.acquirerId !== payment.acquirerId)
  if (isOther) return 'foreign_order'
  if (seen.currency !== 'RUB') return 'wrong_currency'
  if (seen.orderedKopecks !== payment.amountKopecks) return 'wrong_order_sum'
  if (seen.state === 'paid' && seen.paidKopecks !== payment.amountKopecks) return 'wrong_amount'
  // Given back before we heard of it, it never was credited.
  const isKnownHere = payment.state === 'paid'
  return isKnownHere && seen.refundedKopecks > payment.refundedKopecks ? 'refund' : undefined
}
