import { expect, test } from 'vitest'
import { chargeMonth } from './charge-month.ts'
import { flatOf, meterOf, reading, withPolicies } from './test/account.ts'
import { bill } from './test/bill.ts'

test('December 2025 without a meter is K = 1.5 for five days and 3 for the rest, or as the policy says', () => {
  const persons = [{ from: '2020-01-01', to: null, persons: 1 }]
  const facts = flatOf({ period: '2025-12', persons, services: ['cold_water'] })
  const totals = (['by_days', 'first_day', 'last_day'] as const).map((coefficientChange) =>
    chargeMonth(facts, withPolicies({ coefficientChange })),
  )
  expect(totals).toMatchObject([
    { totalKopecks: 99_288 },
    { totalKopecks: 53_999 },
    { totalKopecks: 107_999 },
  ])
})

test('a price that changes within the month is split by days', () => {
  const meters = [meterOf({ readings: [reading('2026-10-20', 132_300)] })]
  const facts = flatOf({ period: '2026-10', meters, services: ['cold_water'] })
  expect(bill(facts)).toEqual([
    ['charge', 'cold_water', 4500, 18_099],
    ['charge', 'cold_water', 4800, 21_120],
  ])
})

test('a reading of the day of the change parts the volume instead', () => {
  const readings = [reading('2026-10-16', 127_200), reading('2026-10-25', 132_300)]
  const facts = flatOf({ period: '2026-10', meters: [meterOf({ readings })], services: ['cold_water'] })
  expect(bill(facts)).toEqual([
    ['charge', 'cold_water', 4200, 16_892],
    ['charge', 'cold_water', 5100, 22_440],
  ])
  expect(bill(facts, withPolicies({ tariffChange: 'by_days' }))[0]).toEqual([
    'charge',
    'cold_water',
    4500,
    18_099,
  ])
})

test('price and people change in the same month: each price has its days of persons', () => {
  const persons = [
    { from: '2020-01-01', to: '2026-10-10', persons: 1 },
    { from: '2026-10-11', to: null, persons: 2 },
  ]
  const facts = flatOf({ period: '2026-10', persons, isMeterImpossible: true, services: ['cold_water'] })
  // 52 days of persons, 20 of them before the 16th.
  expect(bill(facts)).toEqual([
    ['charge', 'cold_water', 5871, 23_613],
    ['charge', 'cold_water', 9394, 41_334],
  ])
})

test('the average after an event is charged at the price of its days', () => {
  const meters = [
    meterOf({
      failedOn: '2026-10-16',
      historyLitres: [6200, 6200, 6200],
      readings: [reading('2026-10-15', 125_000)],
    }),
  ]
  expect(bill(flatOf({ period: '2026-10', meters, services: ['cold_water'] }))).toEqual([
    ['charge', 'cold_water', 2000, 8044],
    ['charge', 'cold_water', 3200, 14_080],
  ])
})
