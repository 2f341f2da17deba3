import { expect, test } from 'vitest'
import { readingWindow } from './reading-window.ts'

test.each([
  ['on its first day', { firstDay: 1, lastDay: 25 }, '2026-11-01', true],
  ['on its last day', { firstDay: 1, lastDay: 25 }, '2026-11-25', true],
  ['the day after', { firstDay: 1, lastDay: 25 }, '2026-11-26', false],
  ['before a late start', { firstDay: 15, lastDay: 25 }, '2026-11-14', false],
  ['at a late start', { firstDay: 15, lastDay: 25 }, '2026-11-15', true],
  ['when the first day is after the last', { firstDay: 25, lastDay: 1 }, '2026-11-10', false],
])('%s: %o on %s is open: %s', (_, days, today, isOpen) => {
  expect(readingWindow(days, today).isOpen).toBe(isOpen)
})

test.each([
  ['2026-11-10', '2026-11-30'],
  ['2026-02-10', '2026-02-28'],
  ['2028-02-10', '2028-02-29'],
  ['2026-12-10', '2026-12-31'],
])('a window until the 31st, seen on %s, closes on %s', (today, closesOn) => {
  expect(readingWindow({ firstDay: 1, lastDay: 31 }, today)).toEqual({
    period: today.slice(0, 7),
    opensOn: `${today.slice(0, 7)}-01`,
    closesOn,
    isOpen: true,
  })
})
