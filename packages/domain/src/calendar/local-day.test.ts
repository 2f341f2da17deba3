import { expect, test } from 'vitest'
import { localDay } from './local-day.ts'

test.each([
  ['2026-11-25T18:59:59.999Z', 'Asia/Yekaterinburg', '2026-11-25'],
  ['2026-11-25T19:00:00.000Z', 'Asia/Yekaterinburg', '2026-11-26'],
  ['2026-11-30T19:00:00Z', 'Asia/Yekaterinburg', '2026-12-01'],
  ['2026-12-31T19:00:00Z', 'Asia/Yekaterinburg', '2027-01-01'],
  ['2026-11-25T21:00:00Z', 'Europe/Moscow', '2026-11-26'],
  ['2026-11-25T04:59:59Z', 'America/New_York', '2026-11-24'],
  ['2026-11-25T23:59:59Z', 'UTC', '2026-11-25'],
  ['2026-11-26T00:00:00+05:00', 'Asia/Yekaterinburg', '2026-11-26'],
])('at %s the day in %s is %s', (instant, timeZone, day) => {
  expect(localDay(instant, timeZone)).toBe(day)
})

test('a time zone that does not exist is an error at once', () => {
  expect(() => localDay('2026-11-25T19:00:00Z', 'Asia/Chelyabinsk')).toThrow(RangeError)
})
