import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefused, lingers, pays } from '../../../test/acquirer.ts'
import { aPayer, type Shop, startShop } from '../../../test/paying.ts'
import { aClerk } from '../../../test/staff.ts'

const DEBT = 50_000
const RANK = { created: 0, pending: 1, expired: 2, failed: 2, paid: 3 } as const

let shop: Shop
let clerk: Awaited<ReturnType<typeof aClerk>>
beforeAll(async () => {
  shop = await startShop({ callbackKey: 'a key of tests' })
  clerk = await aClerk(shop.api)
  // What the bank tells is handed over by the commands, in whatever order.
  shop.bank.sendCallbacksTo(async () => 200)
})
afterAll(() => shop.stop())

type Payer = Awaited<ReturnType<typeof aPayer>>
/** What must be true in the end: what the payer has paid at the bank, and what was given back. */
type Model = { orders: string[]; refundedKopecks: number; states: Map<string, keyof typeof RANK> }
type Real = { payer: Payer; told: number }

type Command = fc.AsyncCommand<Model, Real>

const paymentsOf = ({ payer }: Real) => shop.api.db.payment.findMany({ where: { userId: payer.id } })

const command = (name: string, act: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  run: async (model, real) => {
    await act(model, real)
    await stillHolds(model, real)
  },
  toString: () => name,
})

/** What must hold after every step, whatever the step was. */
async function stillHolds(model: Model, real: Real): Promise<void> {
  const [books] = await shop.api.db.$queryRaw<{ total: bigint }[]>`
    SELECT coalesce(sum(amount_kopecks), 0)::bigint AS total FROM ledger_entries`
  expect(books?.total).toBe(0n)
  for (const { number, state, amountKopecks } of await paymentsOf(real)) {
    const postings = await shop.api.db.ledgerTransaction.count({
      where: { operation: `payment:site:${number}` },
    })
    expect(postings).toBe(state === 'paid' ? 1 : 0)
    const [given] = await shop.api.db.$queryRaw<{ kopecks: bigint }[]>`
      SELECT coalesce(sum(c.amount_kopecks), 0)::bigint AS kopecks FROM payment_corrections c
      JOIN ledger_transactions t ON t.id = c.transaction_id
      WHERE t.operation = ${`payment:site:${number}`} AND c.state <> 'refused'`
    expect(given?.kopecks ?? 0n).toBeLessThanOrEqual(amountKopecks)
    expect(RANK[state]).toBeGreaterThanOrEqual(RANK[model.states.get(number) ?? 'created'])
    model.states.set(number, state)
  }
}

const nth = <T>(items: readonly T[], n: number): T | undefined =>
  items.length === 0 ? undefined : items[n % items.length]

const atTheBank = (n: number, name: string, decide: (order: { payUrl: string | null }) => Promise<unknown>) =>
  command(`${name} ${n}`, async (model) => {
    const number = nth(model.orders, n)
    const order = number === undefined ? undefined : shop.bank.order(number)
    // Somebody who comes to a page on which nothing can be paid any more does nothing there.
    if (order)
      await decide({ payUrl: `${shop.bank.origin}/pp/pay_ru?orderId=${order.id}` }).catch(() => undefined)
    await shop.bank.quiet()
  })

async function handOver(real: Real, n: number, change: (body: string) => string): Promise<void> {
  const told = nth(shop.bank.sent.slice(real.told), n)
  if (!told) return
  await shop.api.app.inject({
    method: 'POST',
    url: '/api/v1/acquirers/sber/callback',
    headers: { 'content-type': told.contentType, 'x-forwarded-for': `203.0.113.${n % 250}` },
    payload: change(told.body),
  })
}

const MOODS = [
  undefined,
  'unavailable',
  'locked',
  'no_callback',
  'double_callback',
  'paid_after_expiry',
] as const

const commands = [
  fc
    .record({ kopecks: fc.integer({ min: 100, max: 60_000 }), isSbp: fc.boolean() })
    .map(({ kopecks, isSbp }) =>
      command(`opens ${kopecks}`, async (model, { payer }) => {
        const response = await payer.start({ waterKopecks: kopecks, method: isSbp ? 'sbp' : 'card' })
        if (response.statusCode !== 201) return
        const { number } = response.json<{ payment: { number: string } }>().payment
        if (!model.orders.includes(number)) model.orders.push(number)
      }),
    ),
  fc.nat(9).map((n) => atTheBank(n, 'pays', pays)),
  fc.nat(9).map((n) => atTheBank(n, 'is refused', isRefused)),
  fc.nat(9).map((n) => atTheBank(n, 'lingers', lingers)),
  fc.nat(40).map((n) => command(`callback ${n}`, (_model, real) => handOver(real, n, (body) => body))),
  fc
    .nat(40)
    .map((n) =>
      command(`forged ${n}`, (_model, real) =>
        handOver(real, n, (body) =>
          body.replace('deposited', 'refunded').replace(/"checksum":"."/, '"checksum":"0'),
        ),
      ),
    ),
  fc.constant(command('works', () => shop.work())),
  fc.constant(
    command('looks again', async (_model, { payer }) => {
      await shop.api.db.$executeRaw`
        UPDATE payments SET next_ask_at = app_now() WHERE user_id = ${payer.id}::uuid AND next_ask_at IS NOT NULL`
      await shop.work()
    }),
  ),
  fc.constantFrom(...MOODS).map((mood) => command(`bank ${mood}`, async () => shop.bank.misbehave(mood))),
  fc.record({ n: fc.nat(9), kopecks: fc.integer({ min: 1, max: 60_000 }) }).map(({ n, kopecks }) =>
    command(`refunds ${kopecks} of ${n}`, async (model, { payer }) => {
      const { payments } = (await clerk.get(`/staff/accounts/${payer.account.id}/payments`)).json<{
        payments: { transaction: string }[]
      }>()
      const payment = nth(payments, n)
      if (!payment) return
      const asked = await clerk.post(
        `/staff/accounts/${payer.account.id}/payments/${payment.transaction}/refund`,
        {
          amountKopecks: kopecks,
          reason: 'Проверка',
        },
      )
      if (asked.statusCode === 202) model.refundedKopecks += kopecks
    }),
  ),
]

/** The bank is well again, and everything that is not decided is asked about. */
async function settles({ payer }: Real): Promise<void> {
  shop.bank.misbehave(undefined)
  await shop.bank.quiet()
  await shop.api.db.$executeRaw`
    UPDATE payments SET next_ask_at = app_now() WHERE user_id = ${payer.id}::uuid AND state <> 'paid'`
  await shop.api.db.$executeRaw`UPDATE payment_corrections SET next_try_at = app_now() WHERE state = 'asked'`
  await shop.work()
}

test('whatever is opened, paid, refused, told, forged, lost and given back, every kopeck is credited once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 25 }), async (sequence) => {
      const payer = await aPayer(shop, [DEBT])
      const real: Real = { payer, told: shop.bank.sent.length }
      const model: Model = { orders: [], refundedKopecks: 0, states: new Map() }
      await fc.asyncModelRun(() => ({ model, real }), sequence)
      await settles(real)
      await stillHolds(model, real)

      const taken = model.orders.map((number) => shop.bank.order(number)?.paid?.amount ?? 0)
      const [given] = await shop.api.db.$queryRaw<{ kopecks: bigint }[]>`
        SELECT coalesce(sum(amount_kopecks), 0)::bigint AS kopecks FROM payment_corrections
        WHERE account_id = ${payer.account.id}::uuid AND state = 'done'`
      const [owed] = await shop.api.db.$queryRaw<{ kopecks: bigint }[]>`
        SELECT sum(amount_kopecks)::bigint AS kopecks FROM ledger_entries WHERE account_id = ${payer.account.id}::uuid`
      const credited = taken.reduce((sum, kopecks) => sum + kopecks, 0) - Number(given?.kopecks ?? 0n)
      expect(Number(owed?.kopecks)).toBe(DEBT - credited)
    }),
    { numRuns: 30, endOnFailure: false },
  )
})
