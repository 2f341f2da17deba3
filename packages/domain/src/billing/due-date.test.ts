import { expect, test } from 'vitest'
import { dueDate, nextWorkingDay } from './due-date.ts'
import { DUE_DAYS } from './law-data.ts'

test.each([
  ['2026-02', '2026-03-10'],
  ['2026-03', '2026-04-15'],
  ['2026-12', '2027-01-15'],
])('the bill of %s is due on %s', (period, day) => {
  expect(dueDate(period, DUE_DAYS)).toBe(day)
})

test('without data there is no term', () => {
  expect(dueDate('2026-03', [])).toBeUndefined()
})

test.each([
  ['2026-11-15', '2026-11-16'],
  ['2026-05-09', '2026-05-12'],
  ['2026-04-15', '2026-04-15'],
])('a term on %s ends on %s', (day, working) => {
  expect(nextWorkingDay(day, new Set(['2026-05-11']))).toBe(working)
})

test('a Saturday that is worked ends a term like any working day', () => {
  expect(nextWorkingDay('2025-11-01', new Set(['2025-11-03', '2025-11-04']), new Set(['2025-11-01']))).toBe(
    '2025-11-01',
  )
})
