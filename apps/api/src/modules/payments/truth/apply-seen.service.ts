import { splitByWeights } from '@rodnik/domain/billing/split'
import { askAgainSeconds } from '@rodnik/domain/payments/ask-plan'
import { nextPaymentState, type SeenState } from '@rodnik/domain/payments/payment-state'
import type { ClientBase } from 'pg'
import type { OrderSeen } from '../../../platform/acquirer.ts'
import type { Deps } from '../../../platform/deps.ts'
import { inPoolTransaction } from '../../../platform/in-transaction.ts'
import { cityDayAt, currentSettings } from '../../info/index.ts'
import { bookPayments, type PaymentPart } from '../booking/book-payments.service.ts'
import { noteDifference } from '../reconciliation/differences.repo.ts'
import { type AskedPayment, lockPayment, notePaid, notePayment } from './asked-payment.repo.ts'
import { mismatchOf } from './mismatch.ts'
import { queueReceipt } from './receipt-letter.repo.ts'

type Needed = Pick<Deps, 'db' | 'pool' | 'log'>

/** An acquirer ends an order by its own clock; so long after the end we stop waiting for it to say so. */
const GRACE_S = 300

/**
 * Draws the consequence of what the acquirer says of an order: state, posting, letter, all in one transaction, once
 * whoever applies it how often. What is not our order posts nothing and becomes a difference for people. Another sum
 * than agreed is a difference too, but what has come belongs to the accounts it was paid for: it is credited.
 */
export async function applySeen(deps: Needed, paymentId: string, seen: OrderSeen | undefined): Promise<void> {
  const settings = await currentSettings(deps.db)
  await inPoolTransaction(deps.pool, async (client) => {
    const payment = await lockPayment(client, paymentId)
    if (!payment) return
    const mismatch = seen && mismatchOf(payment, seen)
    if (seen && mismatch) {
      await noteDifference(client, differenceOf(payment, seen, mismatch))
      deps.log.error(
        { payment: payment.number, mismatch },
        'the acquirer speaks of another payment than ours',
      )
      if (mismatch !== 'refund' && mismatch !== 'wrong_amount') return later(client, payment)
    }
    await settle(client, payment, seen, (at) => cityDayAt(settings, at.toISOString()))
  })
}

const differenceOf = (payment: AskedPayment, seen: OrderSeen, kind: string) => ({
  source: 'acquirer' as const,
  kind,
  subject: payment.number,
  ourKopecks: kind === 'refund' ? payment.refundedKopecks : payment.amountKopecks,
  theirKopecks: kind === 'refund' ? seen.refundedKopecks : seen.paidKopecks,
  details: {
    acquirer: payment.acquirer,
    acquirerId: seen.acquirerId,
    order: seen.orderNumber,
    currency: seen.currency,
  },
})

/** Asked about again while that may help; then it is over, until somebody settles the difference. */
function later(client: ClientBase, payment: AskedPayment): Promise<void> {
  const seconds = askAgainSeconds(payment)
  const state = seconds === null ? nextPaymentState(payment.state, 'failed') : payment.state
  return notePayment(client, { id: payment.id, state, askAgainSeconds: seconds })
}

async function settle(
  client: ClientBase,
  payment: AskedPayment,
  seen: OrderSeen | undefined,
  dayOf: (at: Date) => string,
): Promise<void> {
  const state = nextPaymentState(payment.state, seenState(payment, seen))
  const isNew = state === 'paid' && payment.state !== 'paid'
  const paidAt = momentOf(payment, seen)
  const cameKopecks = seen ? seen.paidKopecks - seen.refundedKopecks : 0
  await notePayment(client, {
    id: payment.id,
    state,
    askAgainSeconds: askAgainSeconds({ ...payment, state }),
    seen,
    paid: isNew ? { kopecks: cameKopecks, at: paidAt } : undefined,
  })
  if (!isNew) return
  await bookPayments(client, [
    {
      operation: `payment:site:${payment.number}`,
      occurredOn: dayOf(paidAt),
      actor: 'system',
      from: 'bank',
      parts: partsOf(payment, cameKopecks),
    },
  ])
  await queueReceipt(client, { ...payment, amountKopecks: cameKopecks }, paidAt)
  await notePaid(client, payment)
}

/** By the acquirer's clock, if it can be: not before the order, not after this moment. */
function momentOf({ now, createdAt }: AskedPayment, seen: OrderSeen | undefined): Date {
  const told = seen?.paidAt
  return told && told >= createdAt && told < now ? told : now
}

/** What came, by accounts as it was meant; of another sum than agreed each gets its share. */
function partsOf({ parts, amountKopecks }: AskedPayment, cameKopecks: number): PaymentPart[] {
  const shares = splitByWeights(
    cameKopecks,
    parts.map((part) => part.amountKopecks),
  )
  const isWhole = cameKopecks >= amountKopecks
  return parts.flatMap((part, i) => {
    const share = shares[i] ?? 0
    const penaltyKopecks = isWhole ? part.penaltyKopecks : 0
    return share > 0
      ? [{ accountId: part.accountId, amountKopecks: share, penaltyKopecks, period: null }]
      : []
  })
}

/**
 * An acquirer that has never heard of an order, or still waits for it long after its end, will not get its money.
 * What it has taken and given back before we heard of it was never ours.
 */
function seenState(payment: AskedPayment, seen: OrderSeen | undefined): SeenState {
  if ((!seen || seen.state === 'pending') && payment.secondsPastExpiry > GRACE_S) return 'expired'
  if (seen?.state === 'paid' && payment.state !== 'paid' && seen.refundedKopecks >= seen.paidKopecks) {
    return 'cancelled'
  }
  return seen?.state ?? 'pending'
}
