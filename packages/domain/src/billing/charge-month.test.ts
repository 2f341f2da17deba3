import { expect, test } from 'vitest'
import { chargeMonth } from './charge-month.ts'
import { estimateCharge } from './estimate.ts'
import { flatOf, meterOf, REFERENCE, reading, withPolicies } from './test/account.ts'
import { bill } from './test/bill.ts'

const HISTORY = [7000, 8000, 6000, 9000, 7500, 6500]
const silent = (months: number) =>
  ({ months, reason: 'no_reading', chargedLitres: Array.from({ length: months }, () => 7333) }) as const
const out = (reason: 'expired' | 'failed' | 'refused_access', months: number) => ({
  months,
  reason,
  chargedLitres: [],
})

test('a person who sends readings pays for what the meters counted', () => {
  const meters = [
    meterOf({ readings: [reading('2026-03-20', 129_000)] }),
    meterOf({ id: 'hot-1', service: 'hot', readings: [reading('2026-03-20', 127_000)] }),
  ]
  expect(bill(flatOf({ meters }))).toEqual([
    ['charge', 'cold_water', 6000, 24_132],
    ['charge', 'wastewater', 10_000, 26_850],
  ])
})

test('the bill is what the cabinet had promised', () => {
  const meters = [
    meterOf({ readings: [reading('2026-03-20', 130_333)] }),
    meterOf({ id: 'cold-2', readings: [reading('2026-03-20', 124_001)] }),
    meterOf({ id: 'hot-1', service: 'hot', readings: [reading('2026-03-20', 127_777)] }),
  ]
  const volumes = [
    { service: 'cold', usedLitres: 7333 },
    { service: 'cold', usedLitres: 1001 },
    { service: 'hot', usedLitres: 4777 },
  ] as const
  const estimate = estimateCharge(volumes, { coldWaterKopecks: 4022, wastewaterKopecks: 2685 })
  expect(chargeMonth(flatOf({ meters }), REFERENCE)).toMatchObject({ totalKopecks: estimate.totalKopecks })
})

test('where the utility bills the water that becomes hot, cold water has the hot meter too', () => {
  const meters = [
    meterOf({ readings: [reading('2026-03-20', 129_000)] }),
    meterOf({ id: 'hot-1', service: 'hot', readings: [reading('2026-03-20', 127_000)] }),
  ]
  const charged = bill(flatOf({ meters }), withPolicies({ hotWater: 'charged_as_cold' }))
  expect(charged[0]).toEqual(['charge', 'cold_water', 10_000, 40_220])
})

test('an empty flat with a reading pays nothing, and has its lines', () => {
  const meters = [meterOf({ readings: [reading('2026-03-20', 123_000)] })]
  expect(bill(flatOf({ meters }))).toEqual([
    ['charge', 'cold_water', 0, 0],
    ['charge', 'wastewater', 0, 0],
  ])
})

test('a house without a sewer has no wastewater', () => {
  const meters = [meterOf({ readings: [reading('2026-03-20', 129_000)] })]
  expect(bill(flatOf({ meters, services: ['cold_water'] }))).toHaveLength(1)
})

test('a person who sends nothing for the second month pays the average', () => {
  const meters = [meterOf({ missed: silent(1) })]
  expect(bill(flatOf({ meters }))).toEqual([
    ['charge', 'cold_water', 7333, 29_493],
    ['charge', 'wastewater', 7333, 19_689],
  ])
})

test('a person who sends nothing for the fourth month pays the norm without a coefficient', () => {
  const meters = [meterOf({ missed: silent(3) })]
  expect(bill(flatOf({ meters }))).toEqual([
    ['charge', 'cold_water', 27_300, 109_801],
    ['charge', 'wastewater', 27_300, 73_301],
  ])
})

test('a person who sends nothing and whose meter is two months old pays the norm', () => {
  const meters = [meterOf({ historyLitres: [5200, 6100] })]
  expect(bill(flatOf({ meters }))[0]).toEqual(['charge', 'cold_water', 27_300, 109_801])
})

test('a reading after silent months settles them', () => {
  const meters = [
    meterOf({
      opening: { valueLitres: 400_000 },
      readings: [reading('2026-03-20', 418_000)],
      missed: silent(3),
    }),
  ]
  expect(bill(flatOf({ meters }))[0]).toEqual(['charge', 'cold_water', -3999, -16_084])
})

test('without true-up the reading is spread over the silent months and this one', () => {
  const meters = [meterOf({ readings: [reading('2026-03-20', 143_000)], missed: silent(3) })]
  expect(bill(flatOf({ meters }), withPolicies({ isTrueUp: false }))[0]).toEqual([
    'charge',
    'cold_water',
    5000,
    20_110,
  ])
})

test('the meter is good up to the last day of its verification, then comes the average', () => {
  const meters = [
    meterOf({
      verificationDueOn: '2026-03-14',
      historyLitres: [6000, 6000, 6000],
      readings: [reading('2026-03-14', 125_500), reading('2026-03-25', 130_000)],
    }),
  ]
  expect(bill(flatOf({ meters }))[0]).toEqual(['charge', 'cold_water', 5790, 23_287])
})

test.each(['expired', 'failed', 'refused_access'] as const)(
  'in the fourth month of a meter that is %s the norm is tripled, on its own line',
  (reason) => {
    const events = { expired: 'verificationDueOn', failed: 'failedOn', refused_access: 'refusedAccessOn' }
    const meters = [meterOf({ [events[reason]]: '2025-12-10', missed: out(reason, 3) })]
    expect(bill(flatOf({ meters }))).toEqual([
      ['charge', 'cold_water', 27_300, 109_801],
      ['surplus', 'cold_water', null, 219_601],
      ['charge', 'wastewater', 27_300, 73_301],
    ])
  },
)

test('a meter that was verified again counts from its first reading on', () => {
  const meters = [
    meterOf({
      historyLitres: [6000, 6000, 6000],
      missed: out('expired', 1),
      readings: [reading('2026-03-11', 140_000), reading('2026-03-25', 142_000)],
    }),
  ]
  // Ten days of the average: 1.935 m³.
  expect(bill(flatOf({ meters }))[0]).toEqual(['charge', 'cold_water', 3935, 15_827])
})

test('two meters of a flat, one of them out for good: the norm is of the whole flat and charged once', () => {
  const meters = [
    meterOf({ readings: [reading('2026-03-20', 125_000)] }),
    meterOf({ id: 'cold-2', failedOn: '2025-11-20', missed: out('failed', 4) }),
  ]
  expect(bill(flatOf({ meters }))[0]).toEqual(['charge', 'cold_water', 27_300, 109_801])
})

test('a meter that is replaced on the same day is charged to its last reading, the new one from its first', () => {
  const meters = [
    meterOf({
      opening: { valueLitres: 812_300 },
      removedOn: '2026-03-10',
      readings: [reading('2026-03-10', 814_800)],
    }),
    meterOf({
      id: 'cold-2',
      installedOn: '2026-03-10',
      opening: null,
      readings: [reading('2026-03-10', 15), reading('2026-03-25', 3215)],
    }),
  ]
  expect(bill(flatOf({ meters }))[0]).toEqual(['charge', 'cold_water', 5700, 22_925])
})

test('the days between two meters are filled by the average', () => {
  const meters = [
    meterOf({
      historyLitres: [6200, 6200, 6200],
      removedOn: '2026-03-10',
      readings: [reading('2026-03-10', 125_500)],
    }),
    meterOf({
      id: 'cold-2',
      installedOn: '2026-03-14',
      opening: null,
      readings: [reading('2026-03-14', 0), reading('2026-03-25', 1000)],
    }),
  ]
  // 2.5 + 3 days of 0.2 + 1 m³
  expect(bill(flatOf({ meters }))[0]).toEqual(['charge', 'cold_water', 4100, 16_490])
})

test('history of half a year and more is cut to what counts', () => {
  const meters = [meterOf({ historyLitres: [99_000, ...HISTORY] })]
  expect(bill(flatOf({ meters }))[0]?.[2]).toBe(7333)
})
