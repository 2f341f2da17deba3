import type { Problem } from '@rodnik/contract/problem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pays } from '../../../../test/acquirer.ts'
import { aPayer, balanceOf, paymentPage, type Shop, startShop } from '../../../../test/paying.ts'

let shop: Shop
beforeAll(async () => {
  shop = await startShop({ callbackKey: 'a key of tests' })
})
afterAll(() => shop.stop())
beforeEach(() => shop.bank.misbehave(undefined))

test.for([
  'double_callback',
  'reordered_callbacks',
  'late_callback',
  'no_callback',
  'forged_checksum',
  'foreign_callback',
] as const)('%s: the payer is credited exactly once', async (mischief) => {
  const payer = await aPayer(shop, [50_000])
  const { code, payment } = await payer.opens()
  shop.bank.misbehave(mischief)
  await pays(payment)
  await shop.bank.quiet()
  await shop.work()
  shop.bank.misbehave(undefined)
  // Whoever looks at the page makes the bank be asked, and so does the plan.
  await shop.api.db
    .$executeRaw`UPDATE payments SET next_ask_at = app_now() WHERE number = ${payment.number} AND state <> 'paid'`
  await shop.work()

  expect((await paymentPage(shop.api, code)).state).toBe('paid')
  expect(await balanceOf(shop.api, payer.account.id)).toBe(0)
})

test('money that comes after the order was over is credited', async () => {
  const payer = await aPayer(shop, [50_000])
  const { code, payment } = await payer.opens()
  shop.bank.misbehave('paid_after_expiry')
  await pays(payment)
  await shop.bank.quiet()
  await shop.work()
  await shop.api.db.$executeRaw`UPDATE payments SET next_ask_at = app_now() WHERE number = ${payment.number}`
  await new Promise((resolve) => setTimeout(resolve, 100))
  await shop.bank.quiet()
  await shop.work()
  expect((await paymentPage(shop.api, code)).state).toBe('paid')
  expect(await balanceOf(shop.api, payer.account.id)).toBe(0)
})

test.for([
  ['other_currency', 'wrong_currency'],
  ['foreign_answer', 'foreign_order'],
] as const)('%s: nothing is posted, and people are told', async ([mischief, kind]) => {
  const payer = await aPayer(shop, [50_000])
  const { code, payment } = await payer.opens()
  shop.bank.misbehave(mischief)
  await pays(payment)
  await shop.bank.quiet()
  await shop.work()

  expect((await paymentPage(shop.api, code)).state).not.toBe('paid')
  expect(await balanceOf(shop.api, payer.account.id)).toBe(50_000)
  const found = await shop.api.db.paymentDifference.findMany({ where: { subject: payment.number } })
  expect(found).toMatchObject([{ kind, state: 'open', source: 'acquirer' }])
})

test.for(['dead', 'unavailable', 'busy', 'not_json', 'locked'] as const)(
  '%s while being asked: the payment waits, is shown as waiting, and is credited afterwards',
  async (mischief) => {
    const payer = await aPayer(shop, [50_000])
    const { code, payment } = await payer.opens()
    await pays(payment)
    await shop.bank.quiet()
    shop.bank.misbehave(mischief)
    await shop.work()
    expect(await paymentPage(shop.api, code)).toMatchObject({ state: 'pending', isAcquirerSilent: true })

    shop.bank.misbehave(undefined)
    await shop.api.db
      .$executeRaw`UPDATE payments SET next_ask_at = app_now() WHERE number = ${payment.number}`
    await shop.work()
    expect(await paymentPage(shop.api, code)).toMatchObject({ state: 'paid', isAcquirerSilent: false })
    expect(await balanceOf(shop.api, payer.account.id)).toBe(0)
  },
)

test.for(['dead', 'registers_silently', 'unavailable'] as const)(
  '%s when the order is opened: the payer is told that nothing was taken and can pay by another order',
  async (mischief) => {
    const payer = await aPayer(shop, [50_000])
    shop.bank.misbehave(mischief)
    const refused = await payer.start({ key: `silent-${mischief}` })
    shop.bank.misbehave(undefined)
    expect([refused.statusCode, refused.json<Problem>().code]).toEqual([503, 'acquirer_unavailable'])

    const { code, payment } = await payer.opens({ key: `again-${mischief}` })
    await pays(payment)
    await shop.bank.quiet()
    await shop.work()
    expect((await paymentPage(shop.api, code)).state).toBe('paid')
    expect(await balanceOf(shop.api, payer.account.id)).toBe(0)
  },
)

test('an order number that the bank has already is given up for another one', async () => {
  const payer = await aPayer(shop, [50_000])
  shop.bank.misbehave('registers_twice')
  const refused = await payer.start()
  shop.bank.misbehave(undefined)
  expect(refused.statusCode).toBe(503)
  expect((await payer.opens()).payment.state).toBe('pending')
})

test('another sum than agreed belongs to the account all the same, and people are told', async () => {
  const payer = await aPayer(shop, [50_000])
  const { code, payment } = await payer.opens()
  shop.bank.misbehave('wrong_amount')
  await pays(payment)
  await shop.bank.quiet()
  await shop.work()

  const taken = shop.bank.order(payment.number)?.paid?.amount ?? 0
  expect(taken).not.toBe(50_000)
  expect((await paymentPage(shop.api, code)).state).toBe('paid')
  expect(await balanceOf(shop.api, payer.account.id)).toBe(50_000 - taken)
  const found = await shop.api.db.paymentDifference.findMany({ where: { subject: payment.number } })
  expect(found).toMatchObject([{ kind: 'wrong_amount', ourKopecks: 50_000n, theirKopecks: BigInt(taken) }])
})

test('money that the bank has taken and given back before we heard of it is credited to nobody', async () => {
  const payer = await aPayer(shop, [50_000])
  const { code, payment } = await payer.opens()
  shop.bank.misbehave('no_callback')
  await pays(payment)
  const order = shop.bank.order(payment.number)
  if (!order) throw new Error('The bank has no such order')
  order.refunds.set('by hand', 50_000)
  order.status = 4
  await shop.api.db.$executeRaw`UPDATE payments SET next_ask_at = app_now() WHERE number = ${payment.number}`
  await shop.work()
  expect((await paymentPage(shop.api, code)).state).toBe('failed')
  expect(await balanceOf(shop.api, payer.account.id)).toBe(50_000)
})

test('an order that never learned where it is paid makes room for another one', async () => {
  const payer = await aPayer(shop, [50_000])
  const { payment } = await payer.opens()
  await shop.api.db.$executeRaw`
    UPDATE payments SET pay_url = NULL, created_at = created_at - interval '1 minute' WHERE number = ${payment.number}`
  const next = await payer.opens()
  expect(next.payment.number).not.toBe(payment.number)
  expect(next.payment.payUrl).not.toBeNull()
})

test('a number that the bank has already does not come back for the same wish', async () => {
  const payer = await aPayer(shop, [50_000])
  shop.bank.misbehave('registers_twice')
  expect((await payer.start({ key: 'taken-number-1' })).statusCode).toBe(503)
  shop.bank.misbehave(undefined)
  const again = await payer.opens({ key: 'taken-number-1' })
  expect(again.payment.state).toBe('pending')
})
