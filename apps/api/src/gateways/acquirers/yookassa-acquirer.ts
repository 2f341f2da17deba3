import {
  type Acquirer,
  AcquirerFailure,
  type OrderRef,
  type OrderSeen,
  type PayMethod,
  type Refund,
} from '../../platform/acquirer.ts'
import { isObject } from './wire.ts'
import { readYookassaCallback } from './yookassa-callback.ts'
import type { YookassaCall } from './yookassa-client.ts'
import { roubles } from './yookassa-money.ts'
import { toOpenedOrder, toOrderSeen } from './yookassa-payment.ts'
import { toPayment, toReceipt } from './yookassa-request.ts'

type Settings = { methods: readonly PayMethod[]; call: YookassaCall; limitMs: number }

/** YooKassa, API v3. */
export function createYookassaAcquirer({ methods, call, limitMs }: Settings): Acquirer {
  const deadline = () => AbortSignal.timeout(limitMs)
  return {
    name: 'yookassa',
    methods,
    async open(order) {
      if (!methods.includes(order.method))
        throw new AcquirerFailure('refused', `${order.method} is not set up`)
      const request = { path: '/payments', body: toPayment(order), idempotenceKey: order.orderNumber }
      return toOpenedOrder(await call(request, deadline()))
    },
    ask: (ref) =>
      neverRefused(ref.acquirerId ? askById(call, ref.acquirerId, deadline()) : find(call, ref, deadline())),
    async cancel({ acquirerId, orderNumber }) {
      // Only what is held can be cancelled; a payment that nobody has confirmed ends by itself within an hour.
      const request = { path: `/payments/${acquirerId}/cancel`, body: {}, idempotenceKey: `c-${orderNumber}` }
      await call(request, deadline())
    },
    refund: (refund) => giveBack(call, refund, deadline()),
    readCallback: readYookassaCallback,
  }
}

async function askById(call: YookassaCall, acquirerId: string, deadline: AbortSignal) {
  try {
    return toOrderSeen(await call({ path: `/payments/${acquirerId}` }, deadline))
  } catch (error) {
    if (error instanceof AcquirerFailure && /^status 404\b/.test(error.reason)) return undefined
    throw error
  }
}

/** Of the key that makes a repeated POST harmless, and so of the doubt that has to be settled. */
const DOUBT_MS = 24 * 3600_000
const PAGE = 100
const MAX_PAGES = 20

/**
 * An order whose answer was lost: YooKassa cannot be asked by our number, so the newest payments are looked through.
 * @throws AcquirerFailure unknown when there are more than can be looked through
 */
async function find(call: YookassaCall, { orderNumber }: OrderRef, deadline: AbortSignal) {
  const since = new Date(Date.now() - DOUBT_MS).toISOString()
  let cursor = ''
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = new URLSearchParams({
      limit: String(PAGE),
      'created_at.gte': since,
      ...(cursor && { cursor }),
    })
    const { items, next_cursor: next } = await call({ path: `/payments?${query}` }, deadline)
    if (!Array.isArray(items)) throw new AcquirerFailure('unknown', 'a list of another shape')
    const found: unknown = items.find((item: unknown) => numberOf(item) === orderNumber)
    if (isObject(found)) return toOrderSeen(found)
    if (typeof next !== 'string') return undefined
    cursor = next
  }
  throw new AcquirerFailure('unknown', 'too many payments to find it among')
}

const numberOf = (item: unknown) =>
  isObject(item) && isObject(item['metadata']) ? item['metadata']['orderNumber'] : undefined

/** That one may not ask says nothing of the order. */
async function neverRefused(asked: Promise<OrderSeen | undefined>): Promise<OrderSeen | undefined> {
  try {
    return await asked
  } catch (error) {
    throw error instanceof AcquirerFailure ? new AcquirerFailure('unknown', error.reason) : error
  }
}

async function giveBack(call: YookassaCall, refund: Refund, deadline: AbortSignal) {
  const { acquirerId, amountKopecks, refundId, receipt } = refund
  const body = {
    payment_id: acquirerId,
    amount: roubles(amountKopecks),
    receipt: receipt && toReceipt(receipt),
  }
  const { status } = await call({ path: '/refunds', body, idempotenceKey: refundId }, deadline)
  if (status === 'succeeded') return 'done'
  if (status === 'pending') return 'pending'
  if (status === 'canceled') throw new AcquirerFailure('refused', 'the refund was cancelled')
  throw new AcquirerFailure('unknown', 'a refund of another shape')
}
