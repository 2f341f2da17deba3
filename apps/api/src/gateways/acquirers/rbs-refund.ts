import { AcquirerFailure, type OrderSeen, type Refund } from '../../platform/acquirer.ts'
import { askRbs } from './rbs-order.ts'
import { toOrderBundle } from './rbs-receipt.ts'
import { failureOf, type RbsAnswer, type RbsCall } from './rbs-transport.ts'

export type RefundDesk = {
  call: RbsCall
  /** Sberbank's new gateway knows externalRefundId; of the old one and its copies nobody says so. */
  knowsRefundIds: boolean
}

/**
 * Gives money back. On the day of the payment the whole of it can be reversed, which reaches the card at once; after
 * that, or in part, it is refunded. A reversal has no number of ours, so what has become of it is asked for: one
 * that was answered by silence is not followed by a refund of the same money.
 * @throws AcquirerFailure
 */
export async function refundRbs(desk: RefundDesk, refund: Refund, deadline: AbortSignal): Promise<'done'> {
  const { call, knowsRefundIds } = desk
  const seen = await mustSee(call, refund, deadline)
  if (isReversedBy(refund, seen)) return 'done'
  if (!knowsRefundIds && isRefundedBy(refund, seen)) return 'done'
  if (isReversible(refund, seen)) {
    const reversed = await call('reverse.do', toReversal(refund), deadline)
    if (reversed.code === '0') return 'done'
    assertSettled(reversed)
    if (isReversedBy(refund, await mustSee(call, refund, deadline))) return 'done'
  }
  return refundWhatIsSettled(desk, refund, deadline)
}

async function refundWhatIsSettled(
  { call, knowsRefundIds }: RefundDesk,
  refund: Refund,
  deadline: AbortSignal,
): Promise<'done'> {
  const id = knowsRefundIds ? { jsonParams: { externalRefundId: refund.refundId } } : {}
  const answer = await call('refund.do', { ...toRefund(refund), ...id }, deadline)
  if (answer.code === '0') return 'done'
  throw failureOf('refund.do', answer)
}

const toReversal = ({ acquirerId, receipt }: Refund) => ({
  orderId: acquirerId,
  orderBundle: receipt && toOrderBundle(receipt, 'sell_refund'),
})

const toRefund = ({ acquirerId, amountKopecks, receipt }: Refund) => ({
  orderId: acquirerId,
  amount: amountKopecks,
  orderBundle: receipt && toOrderBundle(receipt, 'sell_refund'),
})

async function mustSee(call: RbsCall, { orderNumber, acquirerId }: Refund, deadline: AbortSignal) {
  const seen = await askRbs(call, { orderNumber, acquirerId }, deadline)
  if (!seen) throw new AcquirerFailure('refused', 'no such order')
  return seen
}

/** A whole order goes back once; that it is back means that this refund has happened. */
const isReversedBy = ({ amountKopecks }: Refund, { state, refundedKopecks }: OrderSeen) =>
  state === 'cancelled' && refundedKopecks === amountKopecks

/** Exactly this much more than before has gone back: a bank without numbers has done what it was asked. */
const isRefundedBy = ({ amountKopecks, refundedBeforeKopecks }: Refund, { refundedKopecks }: OrderSeen) =>
  refundedBeforeKopecks !== undefined && refundedKopecks === refundedBeforeKopecks + amountKopecks

const isReversible = (
  { amountKopecks }: Refund,
  { state, paidKopecks, refundedKopecks, paidAt }: OrderSeen,
) =>
  state === 'paid' &&
  refundedKopecks === 0 &&
  paidKopecks === amountKopecks &&
  paidAt !== undefined &&
  bankingDayOf(paidAt) === bankingDayOf(new Date())

/** Until 23:59 in Moscow (OpenAPI 1.0.7, reverse). */
const bankingDayOf = (instant: Date) => instant.toLocaleDateString('sv-SE', { timeZone: 'Europe/Moscow' })

/** A refused reversal has ended, also by a system error; one that is locked or unreadable may still happen. */
function assertSettled(answer: RbsAnswer): void {
  const failure = failureOf('reverse.do', answer)
  if (failure.kind === 'unknown' && answer.code !== '7') throw failure
}
