import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AccountEntry, datedDebts } from './dated-debts.ts'

const charged = (period: string, kopecks: number, facts: Partial<AccountEntry> = {}): AccountEntry => ({
  service: 'cold_water',
  period,
  on: `${period}-28`,
  kopecks,
  isCharge: true,
  ...facts,
})
const paid = (
  on: string,
  kopecks: number,
  period: string | null,
  facts: Partial<AccountEntry> = {},
): AccountEntry => ({ service: 'cold_water', period, on, kopecks: -kopecks, isCharge: false, ...facts })

test('a month is paid by the money that names it', () => {
  expect(datedDebts([charged('2026-03', 50_000), paid('2026-05-02', 20_000, '2026-03')])).toEqual([
    {
      service: 'cold_water',
      period: '2026-03',
      debtKopecks: 50_000,
      payments: [{ paidOn: '2026-05-02', kopecks: 20_000 }],
      takenOverOn: null,
    },
  ])
})

test('an advance pays the oldest month first, on the day it came', () => {
  const debts = datedDebts([
    charged('2026-04', 30_000),
    charged('2026-03', 50_000),
    paid('2026-02-10', 60_000, null),
  ])
  expect(debts.map(({ period, payments }) => [period, payments])).toEqual([
    ['2026-03', [{ paidOn: '2026-02-10', kopecks: 50_000 }]],
    ['2026-04', [{ paidOn: '2026-02-10', kopecks: 10_000 }]],
  ])
})

test('what is credited for one service pays the other when its own months are paid', () => {
  const sewer = { service: 'wastewater' } as const
  const debts = datedDebts([
    charged('2026-03', 50_000),
    charged('2026-04', -20_000, sewer),
    charged('2026-03', 5_000, sewer),
  ])
  expect(debts.map(({ service, period, payments }) => [service, period, payments])).toEqual([
    ['cold_water', '2026-03', [{ paidOn: '2026-04-28', kopecks: 15_000 }]],
    ['wastewater', '2026-03', [{ paidOn: '2026-04-28', kopecks: 5_000 }]],
    ['wastewater', '2026-04', []],
  ])
})

test('money that is given back was the newest', () => {
  const debts = datedDebts([
    charged('2026-03', 50_000),
    paid('2026-04-10', 20_000, '2026-03'),
    paid('2026-05-10', 20_000, '2026-03'),
    paid('2026-05-20', -25_000, '2026-03'),
  ])
  expect(debts[0]?.payments).toEqual([{ paidOn: '2026-04-10', kopecks: 15_000 }])
})

test('a payment that is undone was never made', () => {
  const undone = [paid('2026-04-10', 20_000, '2026-03'), paid('2026-04-10', -20_000, '2026-03')]
  expect(datedDebts([charged('2026-03', 50_000), ...undone])[0]?.payments).toEqual([])
})

test('a month that was undone is no debt, and its money pays others', () => {
  const debts = datedDebts([
    charged('2026-03', 50_000),
    charged('2026-03', -50_000),
    paid('2026-04-10', 50_000, '2026-03'),
    charged('2026-04', 40_000),
  ])
  expect(debts.map(({ period, debtKopecks, payments }) => [period, debtKopecks, payments])).toEqual([
    ['2026-03', 0, []],
    ['2026-04', 40_000, [{ paidOn: '2026-04-10', kopecks: 40_000 }]],
  ])
})

const months = ['2026-01', '2026-02', '2026-03', '2026-04']
const entry = fc.record({
  service: fc.constantFrom('cold_water' as const, 'wastewater' as const),
  period: fc.constantFrom(...months, null),
  on: fc.constantFrom(...months.map((month) => `${month}-10`)),
  kopecks: fc.integer({ min: -50_000, max: 50_000 }).filter((kopecks) => kopecks !== 0),
  isCharge: fc.boolean(),
})
/** An advance is money. */
const entries = fc.array(
  entry.map((made) => ({ ...made, isCharge: made.isCharge && made.period !== null })),
  { maxLength: 20 },
)

const sum = (kopecks: readonly number[]) => kopecks.reduce((total, each) => total + each, 0)

test('no money is used twice, and none pays more than is owed', () => {
  fc.assert(
    fc.property(entries, (made) => {
      const debts = datedDebts(made)
      for (const { debtKopecks, payments } of debts) {
        expect(sum(payments.map(({ kopecks }) => kopecks))).toBeLessThanOrEqual(debtKopecks)
        expect(payments.every(({ kopecks }) => kopecks > 0)).toBe(true)
      }
      const used = sum(debts.flatMap(({ payments }) => payments.map(({ kopecks }) => kopecks)))
      const credits = sum(made.filter(({ kopecks }) => kopecks < 0).map(({ kopecks }) => -kopecks))
      expect(used).toBeLessThanOrEqual(credits)
    }),
  )
})

test('while there is a debt, no money lies idle', () => {
  const money = entries.map((made) => made.filter(({ kopecks, isCharge }) => isCharge === kopecks > 0))
  fc.assert(
    fc.property(money, (made) => {
      const debts = datedDebts(made)
      const owed = sum(debts.map(({ debtKopecks }) => debtKopecks))
      const used = sum(debts.flatMap(({ payments }) => payments.map(({ kopecks }) => kopecks)))
      const credits = sum(made.filter(({ kopecks }) => kopecks < 0).map(({ kopecks }) => -kopecks))
      expect(used).toBe(Math.min(owed, credits))
    }),
  )
})
