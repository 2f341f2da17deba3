import { expect, test } from 'vitest'
import { absenceFaults, interruptionFaults, personsFaults } from './circumstance-rules.ts'

const DAYS = { today: '2026-11-22', firstDay: '2023-11-01' }
const household = { isMeterImpossible: true, persons: 3, longerThanDays: 5 }
const absence = {
  leftOn: '2026-10-01',
  returnedOn: '2026-10-20',
  persons: 2,
  proof: 'business_trip',
  document: 'Приказ № 4',
  appliedOn: '2026-10-25',
} as const

test('a proven absence of a flat where no meter is possible is in order', () => {
  expect(absenceFaults(absence, household, DAYS)).toEqual({})
  expect(absenceFaults({ ...absence, returnedOn: null }, household, DAYS)).toEqual({})
})

test.each([
  [{}, { isMeterImpossible: false }, { account: 'meter_possible' }],
  [{ persons: 4 }, {}, { persons: 'too_many_persons' }],
  [{ returnedOn: '2026-10-07' }, {}, { returnedOn: 'too_short' }],
  [{ returnedOn: '2026-10-01' }, {}, { returnedOn: 'return_not_later' }],
  [{ appliedOn: '2026-11-20' }, {}, { appliedOn: 'too_late' }],
  [{ appliedOn: '2026-11-23' }, {}, { appliedOn: 'in_the_future' }],
  [{ leftOn: '2023-10-31' }, {}, { leftOn: 'too_old' }],
  [{ leftOn: '2027-06-01', returnedOn: null }, {}, { leftOn: 'too_far' }],
] as const)('an absence that cannot count says why: %j %j', (changes, of, faults) => {
  expect(absenceFaults({ ...absence, ...changes }, { ...household, ...of }, DAYS)).toEqual(faults)
})

const persons = (validFrom: string) => personsFaults({ validFrom, persons: 2, document: 'Справка' }, DAYS)
const dry = (startedOn: string) =>
  interruptionFaults({ service: 'cold_water', startedOn, hours: 12, actNumber: '1' }, DAYS)

test('a number of people and an interruption are of a day that has come and is not too old', () => {
  expect([persons('2026-11-22'), dry('2026-11-22')]).toEqual([{}, {}])
  expect(persons('2026-11-23')).toEqual({ validFrom: 'in_the_future' })
  expect(dry('2023-10-01')).toEqual({ startedOn: 'too_old' })
})
