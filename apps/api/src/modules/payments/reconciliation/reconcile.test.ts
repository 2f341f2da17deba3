import type { PaymentDifference, ReconciledDay } from '@rodnik/contract/staff-payments'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pays } from '../../../../test/acquirer.ts'
import { aPayer, balanceOf, type Shop, startShop } from '../../../../test/paying.ts'
import { aClerk } from '../../../../test/staff.ts'
import { postStorno } from '../../billing/index.ts'

let shop: Shop
let clerk: Awaited<ReturnType<typeof aClerk>>
beforeAll(async () => {
  shop = await startShop()
  clerk = await aClerk(shop.api)
})
afterAll(() => shop.stop())
beforeEach(() => shop.bank.misbehave(undefined))

/** Orders that were opened now are of three days ago, and the days since are over. */
const daysPass = () => shop.api.db.$executeRaw`
  UPDATE payments SET created_at = created_at - interval '3 days', expires_at = expires_at - interval '3 days'
  WHERE created_at > app_now() - interval '1 hour'`

const desk = async () =>
  (await clerk.get('/staff/payment-differences')).json<{
    differences: PaymentDifference[]
    days: ReconciledDay[]
  }>()

test('money that no callback told of is found, credited, and the day is even', async () => {
  const payer = await aPayer(shop, [50_000])
  const { payment } = await payer.opens()
  shop.bank.misbehave('no_callback')
  await pays(payment)
  // Nobody has looked at the page, and the plan has lost the order as well.
  await shop.api.db.$executeRaw`UPDATE payments SET next_ask_at = NULL`
  await daysPass()
  await shop.work()

  expect(await balanceOf(shop.api, payer.account.id)).toBe(0)
  const { days, differences } = await desk()
  expect(days[0]).toMatchObject({ source: 'sber', ourKopecks: 50_000, theirKopecks: 50_000, unknown: 0 })
  expect(differences).toEqual([])
})

test('a payment that the bank no longer knows is a difference with an owner and an end', async () => {
  const payer = await aPayer(shop, [70_000])
  const { payment } = await payer.opens()
  await pays(payment)
  await shop.bank.quiet()
  await shop.work()
  const order = shop.bank.order(payment.number)
  if (!order) throw new Error('The bank has no such order')
  Object.assign(order, { status: 6, paid: undefined })
  await daysPass()
  await shop.api.db.reconciledDay.deleteMany()
  await shop.work()

  const [found] = (await desk()).differences
  expect(found).toMatchObject({
    kind: 'not_at_acquirer',
    subject: payment.number,
    ourKopecks: 70_000,
    state: 'open',
  })
  expect(await balanceOf(shop.api, payer.account.id)).toBe(0)

  await clerk.post(`/staff/payment-differences/${found?.id}/take`)
  expect((await desk()).differences[0]).toMatchObject({ state: 'taken' })
  const closed = await clerk.post(`/staff/payment-differences/${found?.id}/close`, { note: 'Банк исправил' })
  expect(closed.statusCode).toBe(204)
  expect((await desk()).differences).toEqual([])
  const again = await clerk.post(`/staff/payment-differences/${found?.id}/close`, { note: 'Ещё раз' })
  expect(again.statusCode).toBe(404)
})

test('a bank that cannot be asked leaves the day open to be seen, and nothing is made up', async () => {
  const payer = await aPayer(shop, [30_000])
  const { payment } = await payer.opens()
  await pays(payment)
  await shop.api.db.$executeRaw`UPDATE payments SET next_ask_at = NULL`
  await daysPass()
  await shop.api.db.reconciledDay.deleteMany()
  shop.bank.misbehave('unavailable')
  await shop.work()
  expect((await desk()).days[0]?.unknown).toBeGreaterThan(0)
  expect(await balanceOf(shop.api, payer.account.id)).toBe(30_000)

  shop.bank.misbehave(undefined)
  await shop.api.db.$executeRaw`UPDATE reconciled_days SET finished_at = finished_at - interval '2 hours'`
  await shop.work()
  expect(await balanceOf(shop.api, payer.account.id)).toBe(0)
})

test('a posting that was undone here, and not at the bank, is a difference', async () => {
  const payer = await aPayer(shop, [40_000])
  const { payment } = await payer.opens()
  await pays(payment)
  await shop.bank.quiet()
  await shop.work()
  const posted = await shop.api.db.ledgerTransaction.findFirstOrThrow({
    where: { operation: `payment:site:${payment.number}` },
  })
  await postStorno(shop.api.db, { transactionId: posted.id, occurredOn: '2026-11-26', actor: 'system' })
  await daysPass()
  await shop.api.db.reconciledDay.deleteMany()
  await shop.work()
  const found = await shop.api.db.paymentDifference.findMany({ where: { subject: payment.number } })
  expect(found).toMatchObject([{ kind: 'not_even', ourKopecks: 0n, theirKopecks: 40_000n }])
})
