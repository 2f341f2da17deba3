import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { inTransaction } from '../../../platform/in-transaction.ts'
import { openItems, post } from '../../billing/index.ts'
import { bookPayments, type IncomingPayment } from './book-payments.service.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const ADVANCE = { service: 'cold_water', period: null }

async function aDebt(kopecks: number): Promise<string> {
  const { id } = await api.given.account()
  const line = { service: 'cold_water', period: '2026-10' } as const
  await post(api.db, {
    kind: 'charge',
    operation: `test:debt:${id}`,
    occurredOn: '2026-10-31',
    actor: 'system',
    entries: [
      { book: 'receivable', accountId: id, ...line, amountKopecks: BigInt(kopecks) },
      { book: 'revenue', ...line, amountKopecks: BigInt(-kopecks) },
    ],
  })
  return id
}

const paid = (operation: string, accountId: string, amountKopecks: number): IncomingPayment => ({
  operation: `payment:test:${operation}`,
  occurredOn: '2026-11-10',
  actor: 'system',
  from: 'bank',
  parts: [{ accountId, amountKopecks, penaltyKopecks: null, period: null }],
})

async function book(payments: readonly IncomingPayment[]) {
  const client = await api.pool.connect()
  try {
    return await inTransaction(client, () => bookPayments(client, payments))
  } finally {
    client.release()
  }
}

const owed = async (accountId: string) =>
  (await openItems(api.db, accountId)).map(({ service, period, kopecks }) => ({ service, period, kopecks }))

test('two payments at the same moment settle one debt, and the second is an advance', async () => {
  const account = await aDebt(50_000)
  await Promise.all(['a', 'b'].map((name) => book([paid(`twin-${name}`, account, 50_000)])))
  expect(await owed(account)).toEqual([{ ...ADVANCE, kopecks: -50_000n }])
})

test('the same payment sent twenty times at once is credited once', async () => {
  const account = await aDebt(50_000)
  await Promise.all(Array.from({ length: 20 }, () => book([paid('again', account, 20_000)])))
  expect(await owed(account)).toMatchObject([{ period: '2026-10', kopecks: 30_000n }])
})

test('a file in which a payment is known already credits the others as if it stood there once', async () => {
  const account = await aDebt(50_000)
  await book([paid('known', account, 30_000)])
  const posted = await book([paid('known', account, 30_000), paid('new', account, 30_000)])
  expect([...posted]).toEqual(['payment:test:new'])
  expect(await owed(account)).toEqual([{ ...ADVANCE, kopecks: -10_000n }])
})

test('money for nobody known waits, and is credited once somebody is found', async () => {
  const account = await aDebt(50_000)
  const waiting = { ...paid('nobody', account, 0), parts: [{ accountId: null, amountKopecks: 50_000 }] }
  await book([waiting])
  await book([{ ...paid('matched', account, 50_000), from: 'unmatched' }])
  expect(await owed(account)).toEqual([])
  const [books] = await api.db.$queryRaw<{ unmatched: bigint }[]>`
    SELECT sum(amount_kopecks)::bigint AS unmatched FROM ledger_entries WHERE book = 'unmatched'`
  expect(books?.unmatched).toBe(0n)
})

test('a batch of two accounts in any order never waits for itself for ever', async () => {
  const [left, right] = [await aDebt(100_000), await aDebt(100_000)]
  await Promise.all(
    Array.from({ length: 10 }, (_, i) => {
      const pair = [paid(`l${i}`, left, 1000), paid(`r${i}`, right, 1000)]
      return book(i % 2 === 0 ? pair : pair.toReversed())
    }),
  )
  expect(await owed(left)).toMatchObject([{ kopecks: 90_000n }])
  expect(await owed(right)).toMatchObject([{ kopecks: 90_000n }])
})
