import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, lastDayOfMonth, monthsBetween, periodOf, shiftPeriod } from './days.ts'

test.each([
  ['2026-11-23', 1, '2026-11-24'],
  ['2026-11-30', 1, '2026-12-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-11-23', 0, '2026-11-23'],
])('%s and %i days is %s', (day, n, result) => {
  expect(addDays(day, n)).toBe(result)
  expect(daysBetween(day, result)).toBe(n)
})

test.each([
  ['2026-11', '2026-11-30'],
  ['2026-12', '2026-12-31'],
  ['2026-02', '2026-02-28'],
  ['2028-02', '2028-02-29'],
  ['2100-02', '2100-02-28'],
])('%s ends on %s', (period, day) => {
  expect(lastDayOfMonth(period)).toBe(day)
})

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-11', 2, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', -14, '2025-09'],
])('%s and %i months is %s', (period, months, result) => {
  expect(shiftPeriod(period, months)).toBe(result)
  expect(monthsBetween(period, result)).toBe(months)
})

const day = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('the last day of a month is of that month, and the next day is not', () => {
  fc.assert(
    fc.property(day, (any) => {
      const last = lastDayOfMonth(periodOf(any))
      expect(periodOf(last)).toBe(periodOf(any))
      expect(periodOf(addDays(last, 1))).toBe(shiftPeriod(periodOf(any), 1))
    }),
  )
})

test('days there and back lead home', () => {
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(addDays(from, daysBetween(from, to))).toBe(to)
    }),
  )
})
