import { AcquirerFailure, type OrderSeen } from '../../../platform/acquirer.ts'
import type { Deps } from '../../../platform/deps.ts'
import { businessDay } from '../../info/index.ts'
import { applySeen } from '../truth/apply-seen.service.ts'
import type { DuePayment } from '../truth/asked-payment.repo.ts'
import { noteDifference } from './differences.repo.ts'
import { bookedOf, daysToReconcile, noteDay, ordersOfDay, unknownOrders } from './reconcile.repo.ts'

type Needed = Pick<Deps, 'db' | 'pool' | 'log' | 'acquirers'>
type Day = { day: string; source: string; timeZone: string }

const CALLBACK_DAYS = 3

/**
 * Compares each day that has passed with the acquirer's books, order by order: what it has been paid and we have not
 * booked is booked as if the callback had come; anything else that differs is written down for people.
 */
export async function reconcileDays(deps: Needed): Promise<void> {
  const { timeZone } = await businessDay(deps)
  for (const { day, source } of await daysToReconcile(deps.pool, timeZone)) {
    await reconcileDay(deps, { day, source, timeZone })
  }
  await noteUnknownOrders(deps)
}

/** So many silences one after the other are the acquirer's, not the orders': the day is tried again later. */
const MOST_SILENCES = 3

async function reconcileDay(deps: Needed, day: Day): Promise<void> {
  const tally = { checked: 0, ourKopecks: 0, theirKopecks: 0, unknown: 0 }
  let silences = 0
  for await (const order of ordersIn(deps, day)) {
    const sums = silences < MOST_SILENCES ? await compare(deps, order) : undefined
    silences = sums ? 0 : silences + 1
    const { ours, theirs } = sums ?? { ours: await bookedOf(deps.pool, order.id), theirs: 0 }
    tally.checked += 1
    tally.unknown += sums ? 0 : 1
    tally.ourKopecks += ours
    tally.theirKopecks += theirs
  }
  await noteDay(deps.pool, { ...day, ...tally })
  if (tally.unknown > 0) await noteUncompared(deps, day, tally)
}

/** All orders of a day, some at a time. */
async function* ordersIn({ pool }: Needed, day: Day): AsyncGenerator<DuePayment> {
  let orders = await ordersOfDay(pool, day, '')
  while (orders.length > 0) {
    yield* orders
    orders = await ordersOfDay(pool, day, orders.at(-1)?.number ?? '')
  }
}

type Tally = { ourKopecks: number; theirKopecks: number; unknown: number }

/** A day that nobody could compare must not pass out of sight. */
const noteUncompared = ({ pool }: Needed, { day, source }: Day, tally: Tally) =>
  noteDifference(pool, {
    source: 'acquirer',
    kind: 'not_compared',
    subject: `${source} ${day}`,
    ourKopecks: tally.ourKopecks,
    theirKopecks: tally.theirKopecks,
    details: { acquirer: source, orders: tally.unknown },
  })

type Sums = { ours: number; theirs: number }

/**
 * What the ledger has of the order after the acquirer's answer was applied, and what the acquirer has of it, both
 * less what was given back; undefined: it cannot be asked.
 */
async function compare(deps: Needed, order: DuePayment): Promise<Sums | undefined> {
  const answer = await asked(deps, order)
  if (!answer) return undefined
  const { seen } = answer
  await applySeen(deps, order.id, seen)
  const theirs = seen?.state === 'paid' ? seen.paidKopecks - seen.refundedKopecks : 0
  const ours = await bookedOf(deps.pool, order.id)
  if (ours !== theirs) {
    const { acquirer, acquirerId, number } = order
    await noteDifference(deps.pool, {
      source: 'acquirer',
      kind: theirs === 0 ? 'not_at_acquirer' : 'not_even',
      subject: number,
      ourKopecks: ours,
      theirKopecks: theirs,
      details: { acquirer, acquirerId, state: seen?.state ?? null },
    })
  }
  return { ours, theirs }
}

async function asked(deps: Needed, order: DuePayment): Promise<{ seen: OrderSeen | undefined } | undefined> {
  const acquirer = deps.acquirers.named(order.acquirer)
  try {
    return (
      acquirer && {
        seen: await acquirer.ask({ orderNumber: order.number, acquirerId: order.acquirerId ?? undefined }),
      }
    )
  } catch (error) {
    if (!(error instanceof AcquirerFailure)) throw error
    deps.log.warn({ payment: order.number, reason: error.reason }, 'an order could not be compared')
    return undefined
  }
}

async function noteUnknownOrders({ pool }: Needed): Promise<void> {
  for (const { acquirer, orderNumber, acquirerId, event } of await unknownOrders(pool, CALLBACK_DAYS)) {
    await noteDifference(pool, {
      source: 'acquirer',
      kind: 'unknown_order',
      subject: orderNumber ?? acquirerId ?? '',
      ourKopecks: 0,
      theirKopecks: 0,
      details: { acquirer, acquirerId, event },
    })
  }
}
