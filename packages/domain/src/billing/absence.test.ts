import { expect, test } from 'vitest'
import { absenceVolume, daysAwayWithin, fullDaysAway } from './absence.ts'
import { ABSENCE_LONGER_THAN_DAYS } from './law-data.ts'

const APRIL = { firstDay: '2026-04-01', lastDay: '2026-04-30' }
const counted = (leftOn: string, returnedOn: string | null) =>
  daysAwayWithin({ leftOn, returnedOn }, APRIL, ABSENCE_LONGER_THAN_DAYS)

test('the days of leaving and returning are no full days', () => {
  expect(fullDaysAway({ leftOn: '2026-04-05', returnedOn: '2026-04-18' })).toBe(12)
  expect(fullDaysAway({ leftOn: '2026-04-05', returnedOn: '2026-04-05' })).toBe(0)
})

test('five full days take nothing off, six do', () => {
  expect(counted('2026-04-05', '2026-04-11')).toBeUndefined()
  expect(counted('2026-04-05', '2026-04-12')).toEqual({ from: '2026-04-06', to: '2026-04-11' })
})

test('whoever leaves at the end of March is away in April by April days', () => {
  expect(counted('2026-03-28', '2026-04-03')).toBeUndefined()
  expect(counted('2026-03-27', '2026-04-03')).toEqual({ from: '2026-04-01', to: '2026-04-02' })
})

test('whoever has not come back is away until the end of the month', () => {
  expect(counted('2026-04-20', null)).toEqual({ from: '2026-04-21', to: '2026-04-30' })
})

test('one of three away for twelve days takes 3.640 m³ off', () => {
  expect(absenceVolume({ normLitres: 9100, personDays: 12, monthDays: 30 })).toBe(3640)
})
