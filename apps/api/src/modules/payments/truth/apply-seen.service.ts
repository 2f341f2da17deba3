import { askAgainSeconds } from '@rodnik/domain/payments/ask-plan'
import { nextPaymentState, type SeenState } from '@rodnik/domain/payments/payment-state'
import type { ClientBase } from 'pg'
import type { OrderSeen } from '../../../platform/acquirer.ts'
import type { Deps } from '../../../platform/deps.ts'
import { inTransaction } from '../../../platform/in-transaction.ts'
import { cityDayAt, currentSettings } from '../../info/index.ts'
import { bookPayments } from '../booking/book-payments.service.ts'
import { noteDifference } from '../reconciliation/differences.repo.ts'
import { type AskedPayment, lockPayment, notePaid, notePayment } from './asked-payment.repo.ts'
import { mismatchOf } from './mismatch.ts'
import { queueReceipt } from './receipt-letter.repo.ts'

type Needed = Pick<Deps, 'db' | 'pool' | 'log'>

/** An acquirer ends an order by its own clock; so long after the end we stop waiting for it to say so. */
const GRACE_S = 300

/**
 * Draws the consequence of what the acquirer says of an order: state, posting, letter, all in one transaction, once
 * whoever applies it how often. What does not fit our order posts nothing and becomes a difference for people.
 */
export async function applySeen(deps: Needed, paymentId: string, seen: OrderSeen | undefined): Promise<void> {
  const settings = await currentSettings(deps.db)
  const client = await deps.pool.connect()
  try {
    await inTransaction(client, async () => {
      const payment = await lockPayment(client, paymentId)
      if (!payment) return
      const mismatch = seen && mismatchOf(payment, seen)
      if (seen && mismatch) {
        await noteDifference(client, differenceOf(payment, seen, mismatch))
        deps.log.error(
          { payment: payment.number, mismatch },
          'the acquirer speaks of another payment than ours',
        )
        // Money given back elsewhere leaves a payment that is right as it is; anything else is not judged further.
        if (mismatch !== 'refund') return later(client, payment)
      }
      await settle(client, payment, seen, (at) => cityDayAt(settings, at.toISOString()))
    })
  } finally {
    client.release()
  }
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

const later = (client: ClientBase, payment: AskedPayment) =>
  notePayment(client, { id: payment.id, state: payment.state, askAgainSeconds: askAgainSeconds(payment) })

async function settle(
  client: ClientBase,
  payment: AskedPayment,
  seen: OrderSeen | undefined,
  dayOf: (at: Date) => string,
): Promise<void> {
  const state = nextPaymentState(payment.state, seenState(payment, seen))
  const isNew = state === 'paid' && payment.state !== 'paid'
  const paidAt = seen?.paidAt && seen.paidAt < payment.now ? seen.paidAt : payment.now
  await notePayment(client, {
    id: payment.id,
    state,
    askAgainSeconds: askAgainSeconds({ ...payment, state }),
    seen,
    paid: isNew ? { kopecks: payment.amountKopecks, at: paidAt } : undefined,
  })
  if (!isNew) return
  await bookPayments(client, [
    {
      operation: `payment:site:${payment.number}`,
      occurredOn: dayOf(paidAt),
      actor: 'system',
      from: 'bank',
      parts: payment.parts.map(({ accountId, amountKopecks, penaltyKopecks }) => ({
        accountId,
        amountKopecks,
        penaltyKopecks,
        period: null,
      })),
    },
  ])
  await queueReceipt(client, payment, paidAt)
  await notePaid(client, payment)
}

/** An acquirer that has never heard of an order, or still waits for it long after its end, will not get its money. */
function seenState({ secondsPastExpiry }: AskedPayment, seen: OrderSeen | undefined): SeenState {
  const isWaiting = !seen || seen.state === 'pending' || seen.state === 'authorised'
  if (isWaiting && secondsPastExpiry > GRACE_S) return 'expired'
  return seen?.state ?? 'pending'
}
