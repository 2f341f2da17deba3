import type { Problem } from '@rodnik/contract/problem'
import type { CreditedPayment } from '@rodnik/contract/staff-payments'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pays } from '../../../../test/acquirer.ts'
import { aPayer, balanceOf, owes, type Shop, startShop } from '../../../../test/paying.ts'
import { aClerk, aMember } from '../../../../test/staff.ts'

let shop: Shop
let clerk: Awaited<ReturnType<typeof aClerk>>
beforeAll(async () => {
  shop = await startShop()
  clerk = await aClerk(shop.api)
})
afterAll(() => shop.stop())
beforeEach(() => shop.bank.misbehave(undefined))

const listOf = async (accountId: string) =>
  (await clerk.get(`/staff/accounts/${accountId}/payments`)).json<{ payments: CreditedPayment[] }>().payments

/** A resident who has paid 500 roubles on the site. */
async function paid(kopecks = 50_000) {
  const payer = await aPayer(shop, [kopecks])
  const { payment } = await payer.opens()
  await pays(payment)
  await shop.bank.quiet()
  await shop.work()
  const [credited] = await listOf(payer.account.id)
  if (!credited) throw new Error('Nothing was credited')
  const of = `/staff/accounts/${payer.account.id}/payments/${credited.transaction}`
  return { payer, account: payer.account, number: payment.number, credited, of }
}

const statusesOf = (answers: readonly { statusCode: number }[]) =>
  answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)

type BankOrder = ReturnType<Shop['bank']['order']>

const gaveBack = (kopecks: number) => (order: BankOrder) =>
  [...(order?.refunds.values() ?? [])].reduce((sum, refund) => sum + refund, 0) === kopecks

const books = async () => {
  const [sum] = await shop.api.db.$queryRaw<{ total: bigint; bank: bigint }[]>`
    SELECT sum(amount_kopecks)::bigint AS total,
      coalesce(sum(amount_kopecks) FILTER (WHERE book = 'bank'), 0)::bigint AS bank FROM ledger_entries`
  return sum
}

describe('a refund', () => {
  test('goes back through the bank, and the account owes it again', async () => {
    const { account, of, number } = await paid()
    const before = await books()
    const asked = await clerk.post(`${of}/refund`, { amountKopecks: 20_000, reason: 'Заплатили дважды' })
    expect(asked.statusCode).toBe(202)
    await shop.work()

    expect(shop.bank.order(number)).toSatisfy(gaveBack(20_000))
    expect(await balanceOf(shop.api, account.id)).toBe(20_000)
    expect(await listOf(account.id)).toMatchObject([
      { leftKopecks: 30_000, corrections: [{ kind: 'refund', state: 'done', reason: 'Заплатили дважды' }] },
    ])
    expect((await books())?.total).toBe(0n)
    expect((await books())?.bank).toBe((before?.bank ?? 0n) - 20_000n)
  })

  test('that the bank has made without an answer is made once', async () => {
    const { account, of, number } = await paid()
    shop.bank.misbehave('refunds_silently')
    await clerk.post(`${of}/refund`, { amountKopecks: 20_000, reason: 'Ошибка' })
    await shop.work()
    shop.bank.misbehave(undefined)
    await shop.api.db
      .$executeRaw`UPDATE payment_corrections SET next_try_at = app_now() WHERE state = 'asked'`
    await shop.work()

    expect(shop.bank.order(number)).toSatisfy(gaveBack(20_000))
    expect(await balanceOf(shop.api, account.id)).toBe(20_000)
  })

  test('asked for ten times at once never gives back more than was paid', async () => {
    const { account, of, number } = await paid()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        clerk.post(`${of}/refund`, { amountKopecks: 20_000, reason: 'Ошибка' }),
      ),
    )
    await shop.work()
    expect(statusesOf(answers)).toEqual([202, 202, ...Array(8).fill(409)])
    expect(shop.bank.order(number)).toSatisfy(gaveBack(40_000))
    expect(await balanceOf(shop.api, account.id)).toBe(40_000)
  })

  test('sent again without an answer is the same refund', async () => {
    const { account, of, number } = await paid()
    const wish = { method: 'POST', payload: { amountKopecks: 10_000, reason: 'Ошибка' } } as const
    const send = () =>
      clerk.call(`${of}/refund`, { ...wish, headers: { 'idempotency-key': `same-${number}` } })
    const answers = await Promise.all([send(), send(), send()])
    answers.push(await send())
    await shop.work()
    expect(new Set(answers.map((response) => response.json<{ id: string }>().id)).size).toBe(1)
    expect(shop.bank.order(number)).toSatisfy(gaveBack(10_000))
    expect(await balanceOf(shop.api, account.id)).toBe(10_000)
    const other = { ...wish, payload: { amountKopecks: 20_000, reason: 'Ошибка' } }
    const reused = await clerk.call(`${of}/refund`, {
      ...other,
      headers: { 'idempotency-key': `same-${number}` },
    })
    expect(reused.json<Problem>().code).toBe('idempotency_key_reused')
  })

  test('of more than was paid, of nothing, without a reason, of somebody else’s payment is refused', async () => {
    const [mine, other] = [await paid(), await paid()]
    const foreign = `/staff/accounts/${mine.account.id}/payments/${other.credited.transaction}/refund`
    const codes = await Promise.all([
      clerk.post(`${mine.of}/refund`, { amountKopecks: 50_001, reason: 'Ошибка' }),
      clerk.post(`${mine.of}/refund`, { amountKopecks: 0, reason: 'Ошибка' }),
      clerk.post(`${mine.of}/refund`, { amountKopecks: 100, reason: '' }),
      clerk.post(foreign, { amountKopecks: 100, reason: 'Ошибка' }),
    ])
    expect(codes.map((response) => response.json<Problem>().code)).toEqual([
      'payment_less_left',
      'invalid_request',
      'invalid_request',
      'not_found',
    ])
  })

  test('made in the bank’s own pages is no posting of ours, but a difference', async () => {
    const { account, number } = await paid()
    const order = shop.bank.order(number)
    if (!order) throw new Error('The bank has no such order')
    order.refunds.set('by hand', 10_000)
    order.status = 4
    await shop.api.db.$executeRaw`UPDATE payments SET next_ask_at = app_now() WHERE number = ${number}`
    await shop.work()

    expect(await balanceOf(shop.api, account.id)).toBe(0)
    const found = await shop.api.db.paymentDifference.findMany({ where: { subject: number } })
    expect(found).toMatchObject([{ kind: 'refund', ourKopecks: 0n, theirKopecks: 10_000n }])
  })
})

describe('a refund that the bank made by itself', () => {
  test('is booked by a clerk once the bank says so, and not twice', async () => {
    const { account, of, number } = await paid()
    const body = { amountKopecks: 15_000, reason: 'Вернули в кабинете банка', isDoneAtBank: true }
    const early = await clerk.post(`${of}/refund`, body)
    expect(early.json<Problem>().code).toBe('payment_not_given_back')

    const order = shop.bank.order(number)
    if (!order) throw new Error('The bank has no such order')
    order.refunds.set('by hand', 15_000)
    order.status = 4
    const answers = await Promise.all([1, 2, 3].map(() => clerk.post(`${of}/refund`, body)))
    expect(statusesOf(answers)).toEqual([202, 409, 409])
    await shop.work()
    expect(await balanceOf(shop.api, account.id)).toBe(15_000)
    expect(shop.bank.order(number)).toSatisfy(gaveBack(15_000))
    expect((await books())?.total).toBe(0n)
  })
})

const to = (number: string) => ({ amountKopecks: 50_000, toAccountNumber: number, reason: 'Ошибка' })

describe('money paid to the wrong account', () => {
  test('moves to the right one, from the day it was paid', async () => {
    const { account, of, credited } = await paid()
    const right = await shop.api.given.account()
    await owes(shop.api, right.id, 30_000)
    const body = {
      amountKopecks: 50_000,
      toAccountNumber: right.entry.accountNumber,
      reason: 'Ошибся в номере',
    }
    expect((await clerk.post(`${of}/transfer`, body)).statusCode).toBe(201)

    expect(await balanceOf(shop.api, account.id)).toBe(50_000)
    expect(await balanceOf(shop.api, right.id)).toBe(-20_000)
    const moved = await shop.api.db.ledgerTransaction.findFirst({
      where: { kind: 'transfer' },
      orderBy: { id: 'desc' },
    })
    expect(moved?.occurredOn.toISOString().slice(0, 10)).toBe(credited.paidOn)
    const event = await shop.api.db.auditEvent.findFirst({
      where: { action: 'payment.transfer', accountId: account.id },
    })
    expect(event?.details).toMatchObject({ amountKopecks: 50_000, reason: 'Ошибся в номере' })
  })

  test('moved by mistake moves on from where it is, and not from where it was', async () => {
    const { account, of } = await paid()
    const [wrong, right] = [await shop.api.given.account(), await shop.api.given.account()]
    await clerk.post(`${of}/transfer`, to(wrong.entry.accountNumber))
    const [moved] = await listOf(wrong.id)
    const next = `/staff/accounts/${wrong.id}/payments/${moved?.transaction}/transfer`
    expect((await clerk.post(next, to(right.entry.accountNumber))).statusCode).toBe(201)
    expect((await clerk.post(`${of}/transfer`, to(right.entry.accountNumber))).statusCode).toBe(409)
    expect([await balanceOf(shop.api, wrong.id), await balanceOf(shop.api, right.id)]).toEqual([0, -50_000])
    expect(await balanceOf(shop.api, account.id)).toBe(50_000)
  })

  test('moved twice at once moves once', async () => {
    const { account, of } = await paid()
    const right = await shop.api.given.account()
    const body = { amountKopecks: 50_000, toAccountNumber: right.entry.accountNumber, reason: 'Ошибка' }
    const answers = await Promise.all([1, 2, 3].map(() => clerk.post(`${of}/transfer`, body)))
    expect(statusesOf(answers)).toEqual([201, 409, 409])
    expect(await balanceOf(shop.api, account.id)).toBe(50_000)
    expect(await balanceOf(shop.api, right.id)).toBe(-50_000)
  })

  test('cannot move to itself, or to an account that is not there', async () => {
    const { account, of } = await paid()
    for (const toAccountNumber of [account.entry.accountNumber, '3149999999']) {
      const response = await clerk.post(`${of}/transfer`, {
        amountKopecks: 100,
        toAccountNumber,
        reason: 'Ошибка',
      })
      expect(response.json<Problem>()).toMatchObject({ fields: { toAccountNumber: 'unknown_account' } })
    }
  })
})

test('nobody but clerks and administrators gives money back', async () => {
  const { of, payer } = await paid()
  const operator = await aMember(shop.api, ['operator'])
  const body = { amountKopecks: 100, reason: 'Ошибка' }
  expect((await operator.post(`${of}/refund`, body)).statusCode).toBe(403)
  const asPayer = await payer.call(`${of}/refund`, { method: 'POST', payload: body })
  expect(asPayer.statusCode).toBe(403)
})
