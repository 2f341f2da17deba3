import { AcquirerFailure, type OrderSeen } from '../../../platform/acquirer.ts'
import type { Deps } from '../../../platform/deps.ts'
import { businessDay } from '../../info/index.ts'
import { applySeen } from '../truth/apply-seen.service.ts'
import { noteDifference } from './differences.repo.ts'
import {
  bookedOfDay,
  type DayPayment,
  daysToReconcile,
  noteDay,
  ordersOfDay,
  unknownOrders,
} from './reconcile.repo.ts'

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

export async function reconcileDay(deps: Needed, day: Day): Promise<void> {
  const tally = { checked: 0, theirKopecks: 0, unknown: 0 }
  let orders = await ordersOfDay(deps.pool, day, '')
  while (orders.length > 0) {
    for (const order of orders) {
      const theirs = await compare(deps, order)
      tally.checked++
      if (theirs === undefined) tally.unknown++
      else tally.theirKopecks += theirs
    }
    orders = await ordersOfDay(deps.pool, day, orders.at(-1)?.number ?? '')
  }
  const ourKopecks = await bookedOfDay(deps.pool, day)
  await noteDay(deps.pool, { ...day, ...tally, ourKopecks })
}

/** What the acquirer has been paid of the order; undefined: it cannot be asked. */
async function compare(deps: Needed, order: DayPayment): Promise<number | undefined> {
  const answer = await asked(deps, order)
  if (!answer) return undefined
  const { seen } = answer
  await applySeen(deps, order.id, seen)
  const theirKopecks = seen?.state === 'paid' ? seen.paidKopecks - seen.refundedKopecks : 0
  const isKept = order.state === 'paid' && order.refundedKopecks < order.amountKopecks
  if (isKept && seen?.state !== 'paid') {
    const { acquirer, acquirerId, number, amountKopecks } = order
    await noteDifference(deps.pool, {
      source: 'acquirer',
      kind: 'not_at_acquirer',
      subject: number,
      ourKopecks: amountKopecks,
      theirKopecks,
      details: { acquirer, acquirerId, state: seen?.state ?? null },
    })
  }
  return theirKopecks
}

async function asked(deps: Needed, order: DayPayment): Promise<{ seen: OrderSeen | undefined } | undefined> {
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
