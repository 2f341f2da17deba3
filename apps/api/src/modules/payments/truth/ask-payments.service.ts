import { AcquirerFailure } from '../../../platform/acquirer.ts'
import type { Deps } from '../../../platform/deps.ts'
import { applySeen } from './apply-seen.service.ts'
import { type DuePayment, noteSilence, takeDuePayments } from './asked-payment.repo.ts'

type Needed = Pick<Deps, 'db' | 'pool' | 'log' | 'acquirers'>

/** Acquirers are asked about so many payments at once: it is they who have to answer. */
const AT_ONCE = 8
const RETRY_S = 60
/** A silence so long is told to people. */
const ALARM_S = 10 * 60

/** Asks about every payment that is due, until none is. */
export async function askDuePayments(deps: Needed): Promise<void> {
  for (;;) {
    const due = await takeDuePayments(deps.pool, AT_ONCE)
    if (due.length === 0) return
    await Promise.all(
      due.map((payment) =>
        askPayment(deps, payment).catch((err: unknown) => {
          // One that cannot be judged must not keep the others waiting; it is due again after its lease.
          deps.log.error({ err, payment: payment.number }, 'a payment could not be judged')
        }),
      ),
    )
  }
}

/** Asks the acquirer what has become of an order, and draws the consequence. */
export async function askPayment(deps: Needed, payment: DuePayment): Promise<void> {
  const { id, number, acquirerId } = payment
  const acquirer = deps.acquirers.named(payment.acquirer)
  try {
    if (!acquirer) throw new AcquirerFailure('unknown', `${payment.acquirer} is not set up`)
    const seen = await acquirer.ask({ orderNumber: number, acquirerId: acquirerId ?? undefined })
    await applySeen(deps, id, seen)
  } catch (error) {
    if (!(error instanceof AcquirerFailure)) throw error
    const silentSeconds = await noteSilence(deps.pool, id, RETRY_S)
    const facts = { payment: number, acquirer: payment.acquirer, reason: error.reason, silentSeconds }
    if (silentSeconds > ALARM_S) deps.log.error(facts, 'the fate of a payment is not known')
    else deps.log.warn(facts, 'the acquirer did not answer')
  }
}
