import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openAcquirersWith } from '../../../test/acquirer.ts'
import { anOrder, receiptOf } from '../../../test/orders.ts'
import { startYookassa } from '../../../test/yookassa.ts'
import type { NewOrder } from '../../platform/acquirer.ts'

let at: Awaited<ReturnType<typeof startYookassa>>
beforeAll(async () => {
  at = await startYookassa()
})
beforeEach(() => at.answerInstead(undefined))
afterAll(() => at.stop())

async function opened(facts: Partial<NewOrder> = {}) {
  const order = anOrder(facts)
  return { ...order, ...(await at.acquirer.open(order)) }
}

const SUCCEEDED = {
  status: 'succeeded',
  captured_at: '2026-11-22T07:00:00.000Z',
  payment_method: { type: 'bank_card', card: { first6: '220138', last4: '0047' } },
  authorization_details: { rrn: '303112098637' },
}

test('a payment for water tells who is paid, for which account and month', async () => {
  const order = await opened({ receipt: receiptOf(54_321) })

  expect(order.payUrl).toMatch(/^https:\/\/yoomoney\.ru\//)
  expect(at.requests.at(-1)).toEqual({
    url: '/v3/payments',
    key: order.orderNumber,
    body: {
      amount: { value: '543.21', currency: 'RUB' },
      capture: true,
      description: order.description,
      metadata: { orderNumber: order.orderNumber },
      payment_method_data: { type: 'bank_card' },
      confirmation: { type: 'redirect', return_url: 'http://localhost:3000/payments/1' },
      receipt: {
        customer: { email: 'anna@example.test' },
        tax_system_code: 1,
        items: [
          {
            description: 'Холодное водоснабжение, л/с 3140000017, 10.2026',
            quantity: 1,
            measure: 'piece',
            amount: { value: '543.21', currency: 'RUB' },
            vat_code: 6,
            payment_mode: 'full_payment',
            payment_subject: 'service',
          },
        ],
      },
      payment_order: {
        type: 'utilities',
        amount: { value: '543.21', currency: 'RUB' },
        payment_purpose: order.description,
        recipient: {
          name: 'МУП «ПОВВ»',
          inn: '7421000440',
          kpp: '745301001',
          bank: {
            name: 'Челябинское отделение N8597',
            bic: '047501602',
            account: '40702810000000000001',
            correspondent_account: '30101810700000000602',
          },
        },
        account_number: '3140000017',
        payment_period: { month: 10, year: 2026 },
      },
    },
  })
})

test('by СБП there is a code to draw instead of a page', async () => {
  expect(await opened({ method: 'sbp' })).toMatchObject({ qrText: 'https://qr.nspk.ru/AD10006M?type=02' })
})

test('an order that is sent again is the same payment; another one under its number is a duplicate', async () => {
  const order = anOrder()
  const first = await at.acquirer.open(order)

  expect(await at.acquirer.open({ ...order, expiresAt: new Date() })).toEqual(first)
  await expect(at.acquirer.open({ ...order, amountKopecks: 1 })).rejects.toMatchObject({ kind: 'duplicate' })
})

test('what was paid is told with its card and time', async () => {
  const order = await opened()
  at.change(order.acquirerId, { ...SUCCEEDED, refunded_amount: { value: '43.21', currency: 'RUB' } })

  expect(await at.acquirer.ask(order)).toMatchObject({
    state: 'paid',
    orderNumber: order.orderNumber,
    orderedKopecks: 54_321,
    paidKopecks: 54_321,
    refundedKopecks: 4321,
    currency: 'RUB',
    paidAt: new Date('2026-11-22T07:00:00Z'),
    maskedPan: '220138******0047',
    rrn: '303112098637',
  })
})

test.each([
  ['pending', undefined, 'pending'],
  ['waiting_for_capture', undefined, 'authorised'],
  ['canceled', { party: 'yoo_money', reason: 'expired_on_confirmation' }, 'expired'],
  ['canceled', { party: 'merchant', reason: 'canceled_by_merchant' }, 'cancelled'],
  ['canceled', { party: 'payment_network', reason: 'insufficient_funds' }, 'failed'],
])('%s with %o is %s', async (status, cancellation_details, state) => {
  const order = await opened()
  at.change(order.acquirerId, { status, cancellation_details })

  expect(await at.acquirer.ask(order)).toMatchObject({ state, paidKopecks: 0 })
})

test('an order whose answer was lost is found among the newest; one that was never sent is none', async () => {
  const order = await opened()
  await opened()
  await opened()

  const { orderNumber, acquirerId } = order
  expect(await at.acquirer.ask({ orderNumber })).toMatchObject({ acquirerId })
  expect(await at.acquirer.ask({ orderNumber: 'never-sent' })).toBeUndefined()
  expect(await at.acquirer.ask({ orderNumber, acquirerId: randomUUID() })).toBeUndefined()
})

test('only money that is held can be let go', async () => {
  const order = await opened()
  await expect(at.acquirer.cancel(order)).rejects.toMatchObject({ kind: 'refused' })

  at.change(order.acquirerId, { status: 'waiting_for_capture' })

  await expect(at.acquirer.cancel(order)).resolves.toBeUndefined()
})

test('money goes back once by one number', async () => {
  const order = await opened()
  const refund = { ...order, refundId: `r-${order.orderNumber.slice(0, 30)}` }

  expect([await at.acquirer.refund(refund), await at.acquirer.refund(refund)]).toEqual(['done', 'done'])
  expect(at.requests.at(-1)).toMatchObject({
    url: '/v3/refunds',
    key: refund.refundId,
    body: { payment_id: order.acquirerId, amount: { value: '543.21', currency: 'RUB' } },
  })
})

describe('what it answers instead', () => {
  test.each([
    [400, { type: 'error', code: 'invalid_request', parameter: 'amount' }, 'refused'],
    [403, { type: 'error', code: 'forbidden' }, 'refused'],
    [429, { type: 'error', code: 'too_many_requests' }, 'unknown'],
    [500, { type: 'error', code: 'internal_server_error' }, 'unknown'],
    [202, { type: 'processing', retry_after: 1800 }, 'unknown'],
    [200, 'Добро пожаловать', 'unknown'],
    [302, {}, 'unknown'],
  ])('%i %j is %s', async (status, body, kind) => {
    const order = await opened()
    at.answerInstead({ status, body })

    await expect(at.acquirer.open(anOrder())).rejects.toMatchObject({ kind })
    await expect(at.acquirer.ask(order)).rejects.toMatchObject({ kind: 'unknown' })
    await expect(at.acquirer.refund({ ...order, refundId: 'r' })).rejects.toMatchObject({ kind })
  })

  test.each([
    ['pending', 'pending'],
    ['succeeded', 'done'],
  ])('a refund that is %s is %s', async (status, result) => {
    const order = await opened()
    at.answerInstead({ status: 200, body: { id: 'x', status } })

    expect(await at.acquirer.refund({ ...order, refundId: 'r' })).toBe(result)
  })

  test('a shop that is not known may not ask', async () => {
    const env = { ...at.env, YOOKASSA_SECRET_KEY: 'another' }
    await expect(openAcquirersWith(env).current?.open(anOrder())).rejects.toMatchObject({ kind: 'refused' })
  })
})
