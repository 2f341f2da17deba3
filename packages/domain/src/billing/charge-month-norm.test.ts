import { expect, test } from 'vitest'
import { chargeMonth } from './charge-month.ts'
import { flatOf, meterOf, REFERENCE, reading } from './test/account.ts'
import { bill } from './test/bill.ts'

test('no meter though one is possible: norm, and the surplus on its own line', () => {
  const persons = [{ from: '2020-01-01', to: null, persons: 1 }]
  expect(bill(flatOf({ persons }))).toEqual([
    ['charge', 'cold_water', 9100, 36_600],
    ['surplus', 'cold_water', null, 73_201],
    ['charge', 'wastewater', 9100, 24_434],
  ])
})

test('no meter because none can be put in: the norm alone', () => {
  const persons = [{ from: '2020-01-01', to: null, persons: 2 }]
  expect(bill(flatOf({ persons, isMeterImpossible: true }))).toEqual([
    ['charge', 'cold_water', 18_200, 73_200],
    ['charge', 'wastewater', 18_200, 48_867],
  ])
})

test('a first meter in the middle of the month: the norm before it', () => {
  const meters = [
    meterOf({
      installedOn: '2026-03-11',
      opening: null,
      readings: [reading('2026-03-11', 10), reading('2026-03-25', 2010)],
    }),
  ]
  // Ten days of three persons: 8.806 m³, and 2 m³ by the meter.
  expect(bill(flatOf({ meters }))).toEqual([
    ['charge', 'cold_water', 10_806, 43_462],
    ['surplus', 'cold_water', null, 70_835],
    ['charge', 'wastewater', 10_806, 29_014],
  ])
})

test('cold water metered, hot water by the norm: both go down the drain', () => {
  const meters = [meterOf({ readings: [reading('2026-03-20', 129_000)] })]
  expect(bill(flatOf({ meters, housingGroup: 'hot' }))).toEqual([
    ['charge', 'cold_water', 6000, 24_132],
    ['charge', 'wastewater', 16_500, 44_303],
  ])
})

test('an account that is closed on the 10th is charged ten days of the norm', () => {
  const persons = [{ from: '2020-01-01', to: null, persons: 2 }]
  const charged = bill(flatOf({ persons, isMeterImpossible: true, closedOn: '2026-03-10' }))
  // 18.2 m³ × 10 ÷ 31.
  expect(charged[0]).toEqual(['charge', 'cold_water', 5871, 23_613])
})

test('an account that is closed is charged what its meter counted, whenever in the month it was read', () => {
  const meters = [meterOf({ readings: [reading('2026-03-20', 129_000)] })]
  const closed = bill(flatOf({ meters, closedOn: '2026-03-10' }))
  expect(closed).toEqual(bill(flatOf({ meters })))
})

test('a silent meter of an account that is closed is charged the average of its days', () => {
  const meters = [meterOf({ historyLitres: [3100, 3100, 3100, 3100, 3100, 3100], readings: [] })]
  expect(bill(flatOf({ meters, closedOn: '2026-03-10' }))[0]?.[2]).toBe(1000)
})

test('an account that is closed in a later month is charged all of this one', () => {
  expect(bill(flatOf({ closedOn: '2026-04-01' }))).toEqual(bill(flatOf()))
})

test('who is born or moves in is charged by days', () => {
  const persons = [
    { from: '2020-01-01', to: '2026-04-10', persons: 2 },
    { from: '2026-04-11', to: null, persons: 3 },
  ]
  const facts = flatOf({ period: '2026-04', persons, isMeterImpossible: true })
  expect(bill(facts)[0]).toEqual(['charge', 'cold_water', 24_267, 97_602])
})

test('where nobody lives the owners are charged', () => {
  expect(bill(flatOf({ persons: [], owners: 2, isMeterImpossible: true }))[0]?.[2]).toBe(18_200)
})

test('one of three away for twelve days takes 3.640 m³ off, of water and of wastewater', () => {
  const absences = [{ leftOn: '2026-04-05', returnedOn: '2026-04-18', persons: 1 }]
  const facts = flatOf({ period: '2026-04', absences, isMeterImpossible: true })
  expect(bill(facts)).toEqual([
    ['charge', 'cold_water', 27_300, 109_801],
    ['absence', 'cold_water', -3640, -14_640],
    ['charge', 'wastewater', 27_300, 73_301],
    ['absence', 'wastewater', -3640, -9773],
  ])
})

test.each([
  ['five full days', flatOf({ isMeterImpossible: true }), '2026-03-11'],
  ['a flat that could have a meter', flatOf(), '2026-03-20'],
  [
    'a metered flat',
    flatOf({ isMeterImpossible: true, meters: [meterOf({ readings: [reading('2026-03-20', 129_000)] })] }),
    '2026-03-20',
  ],
])('absence takes nothing off: %s', (_, facts, returnedOn) => {
  const absences = [{ leftOn: '2026-03-05', returnedOn, persons: 1 }]
  expect(bill({ ...facts, absences })).toEqual(bill(facts))
})

test('more people cannot be away than live there', () => {
  const absences = [
    { leftOn: '2026-02-20', returnedOn: null, persons: 2 },
    { leftOn: '2026-02-20', returnedOn: null, persons: 2 },
  ]
  expect(chargeMonth(flatOf({ absences, isMeterImpossible: true }), REFERENCE)).toMatchObject({
    totalKopecks: 0,
  })
})

test('twenty hours without water beyond what is allowed take 3 % off', () => {
  const meters = [meterOf({ readings: [reading('2026-03-20', 130_000)] })]
  const interruptions = [{ service: 'cold_water', hours: 24 }] as const
  expect(bill(flatOf({ meters, interruptions }))[1]).toEqual(['interruption', 'cold_water', null, -845])
})

test('one of two meters fails within the month and has no average: the other one counts until then', () => {
  const meters = [
    meterOf({ readings: [reading('2026-03-25', 126_100)] }),
    meterOf({
      id: 'cold-2',
      failedOn: '2026-03-11',
      historyLitres: [],
      readings: [reading('2026-03-10', 124_000)],
    }),
  ]
  // Ten days of 3.1 m³, 1 m³ of the other meter, and 21 days of three persons.
  expect(bill(flatOf({ meters }))[0]).toEqual(['charge', 'cold_water', 1000 + 1000 + 18_494, 82_427])
})
