import type { HistoryMonth, OperationsOfYear, ReadingsOfYear } from '@rodnik/contract/history'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { closeMonths, draftMonth } from '../../../../test/close-months.ts'
import { aResident } from '../../../../test/people.ts'
import { type NewEntry, openItems, post, postStorno } from '../ledger.repo.ts'

type Flat = Awaited<ReturnType<typeof aFlat>>

let api: Api
let flat: Flat

const READ = {
  '2026-04': 100_000,
  '2026-05': 103_000,
  '2026-06': 106_000,
  '2026-07': 109_000,
  '2026-08': 112_000,
  '2026-09': 115_000,
  '2026-10': 119_000,
}
/** 3 and 4 m³ at 40.22 and at 26.85 roubles. */
const [THREE, FOUR] = [3 * (4022 + 2685), 4 * (4022 + 2685)]

async function aFlat() {
  const person = await aResident(api)
  const account = await api.given.account()
  const meter = await api.given.meter(account.id, { readings: READ, serial: '=07451893' })
  await api.given.link(person.id, account.id)
  const path = `/my/accounts/${account.id}`
  return {
    ...person,
    account,
    meter,
    path,
    months: async () => (await person.get(`${path}/months`)).json<{ months: HistoryMonth[] }>().months,
    operations: async (year = '') =>
      (await person.get(`${path}/operations${year && `?year=${year}`}`)).json<OperationsOfYear>(),
  }
}

type Money = { kind: 'payment' | 'penalty' | 'recalculation'; on: string; kopecks: bigint }

/** Where the other half of a sum stands: in the bank, or among what is earned. */
const against = (kind: Money['kind'], amountKopecks: bigint): NewEntry => {
  if (kind === 'payment') return { book: 'bank', amountKopecks }
  const book = kind === 'penalty' ? 'penalty_income' : 'revenue'
  return { book, service: 'cold_water', period: '2026-09', amountKopecks }
}

/** Something that the ledger takes in, for the cold water of September. */
function enter({ account }: Flat, { kind, on, kopecks }: Money) {
  const book = kind === 'penalty' ? 'penalty_receivable' : 'receivable'
  const owed = {
    accountId: account.id,
    service: 'cold_water',
    period: '2026-09',
    amountKopecks: kopecks,
  } as const
  return post(api.db, {
    kind,
    operation: `test:${crypto.randomUUID()}`,
    occurredOn: on,
    actor: 'system',
    entries: [{ book, ...owed }, against(kind, -kopecks)],
  })
}

// The months of a city are closed once: what is final stays.
beforeAll(async () => {
  api = await startApi()
  flat = await aFlat()
  await closeMonths(api, '2026-08', '2026-09', '2026-10')
  await draftMonth(api, '2026-11')
  await enter(flat, { kind: 'payment', on: '2026-10-12', kopecks: -20_000n })
  const wrong = await enter(flat, { kind: 'payment', on: '2026-10-20', kopecks: -999n })
  await postStorno(api.db, { transactionId: wrong ?? 0n, occurredOn: '2026-11-02', actor: 'staff:anna' })
  await enter(flat, { kind: 'penalty', on: '2026-11-10', kopecks: 123n })
  await enter(flat, { kind: 'recalculation', on: '2026-11-11', kopecks: -4022n })
})
afterAll(() => api.stop())

describe('the months of an account', () => {
  test('tell what was charged, paid and owed after each, newest first, and nothing of a draft', async () => {
    expect(await flat.months()).toEqual([
      {
        period: '2026-11',
        services: [],
        chargedKopecks: -4022,
        recalculatedKopecks: -4022,
        penaltyKopecks: 123,
        paidKopecks: -999,
        otherKopecks: 0,
        principalKopecks: THREE + THREE + FOUR - 20_000 - 4022,
        penaltyOwedKopecks: 123,
      },
      {
        period: '2026-10',
        services: [
          { service: 'cold_water', litres: 4000, amountKopecks: 4 * 4022 },
          { service: 'wastewater', litres: 4000, amountKopecks: 4 * 2685 },
        ],
        chargedKopecks: FOUR,
        recalculatedKopecks: 0,
        penaltyKopecks: 0,
        paidKopecks: 20_999,
        otherKopecks: 0,
        principalKopecks: THREE + THREE + FOUR - 20_999,
        penaltyOwedKopecks: 0,
      },
      expect.objectContaining({ period: '2026-09', chargedKopecks: THREE, principalKopecks: 2 * THREE }),
      expect.objectContaining({ period: '2026-08', chargedKopecks: THREE, principalKopecks: THREE }),
    ])
  })

  test('go on from one balance to the next, to what the ledger says now', async () => {
    const months = (await flat.months()).toReversed()
    const balances = months.map((month) => month.principalKopecks + month.penaltyOwedKopecks)
    const steps = months.map(
      (month) => month.chargedKopecks + month.penaltyKopecks + month.otherKopecks - month.paidKopecks,
    )

    expect(balances).toEqual(steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, 0)))
    const open = await openItems(api.db, flat.account.id)
    expect(BigInt(balances.at(-1) ?? 0)).toBe(open.reduce((sum, { kopecks }) => sum + kopecks, 0n))
  })

  test('are none where nothing has happened yet', async () => {
    const owner = await aResident(api)
    const account = await api.given.account()
    await api.given.link(owner.id, account.id)
    const path = `/my/accounts/${account.id}`

    expect((await owner.get(`${path}/months`)).json()).toEqual({ number: account.number, months: [] })
    expect((await owner.get(`${path}/operations`)).json()).toEqual({ years: [], operations: [] })
    expect((await owner.get(`${path}/readings`)).json()).toEqual({ years: [], meters: [], readings: [] })
  })
})

describe('the operations of an account', () => {
  test('show a payment that was undone beside what undid it', async () => {
    const { years, operations } = await flat.operations()

    expect(years).toEqual([2026])
    expect(
      operations.map(({ kind, occurredOn, amountKopecks }) => [kind, occurredOn, amountKopecks]),
    ).toEqual([
      ['recalculation', '2026-11-11', -4022],
      ['penalty', '2026-11-10', 123],
      ['storno', '2026-11-02', 999],
      ['charge', '2026-10-31', FOUR],
      ['payment', '2026-10-20', -999],
      ['payment', '2026-10-12', -20_000],
      ['charge', '2026-09-30', THREE],
      ['charge', '2026-08-31', THREE],
    ])
    expect(operations[2]?.reverses).toEqual({ kind: 'payment', occurredOn: '2026-10-20' })
    expect(operations[4]?.reversedOn).toBe('2026-11-02')
  })

  test('say what each sum is for, and of a charge of the city only their own part', async () => {
    const { operations } = await flat.operations('2026')

    expect(operations[1]?.parts).toEqual([
      { isPenalty: true, service: 'cold_water', period: '2026-09', amountKopecks: 123 },
    ])
    expect(operations[3]?.parts).toEqual([
      { isPenalty: false, service: 'cold_water', period: '2026-10', amountKopecks: 4 * 4022 },
      { isPenalty: false, service: 'wastewater', period: '2026-10', amountKopecks: 4 * 2685 },
    ])
  })

  test('of a year without any are none, and the years with some are named', async () => {
    expect(await flat.operations('2025')).toEqual({ years: [2026], operations: [] })
  })
})

describe('the readings of an account', () => {
  test('come by month with how they were sent, and the one that counts of several', async () => {
    const revision = await api.db.reading.count({ where: { meterId: flat.meter.id } })
    const october = {
      meterId: flat.meter.id,
      period: new Date('2026-10-01'),
      takenOn: new Date('2026-10-23'),
    }
    await api.db.reading.createMany({
      data: [
        { ...october, revision: revision + 1, valueLitres: 119_500, usedLitres: 4500, source: 'account' },
        {
          ...october,
          revision: revision + 2,
          valueLitres: 190_000,
          usedLitres: 75_000,
          source: 'accountless',
          state: 'on_review',
          reviewReason: 'jump',
        },
      ],
    })

    const found = (await flat.get(`${flat.path}/readings`)).json<ReadingsOfYear>()

    expect(found.meters).toEqual([
      { id: flat.meter.id, service: 'cold', serial: '=07451893', place: 'кухня' },
    ])
    expect(found.readings).toHaveLength(7)
    expect(found.readings[0]).toEqual({
      meterId: flat.meter.id,
      period: '2026-10',
      takenOn: '2026-10-23',
      valueLitres: 119_500,
      usedLitres: 4500,
      state: 'accepted',
      source: 'account',
    })
  })
})
