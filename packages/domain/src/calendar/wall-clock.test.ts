import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes, minutesBetween, minutesOf, timeOf, wallClockAt, wallClockOf } from './wall-clock.ts'

test.each([
  ['2026-11-30', '09:00', 'Asia/Yekaterinburg', '2026-11-30T04:00:00.000Z'],
  ['2026-11-30', '00:00', 'Asia/Yekaterinburg', '2026-11-29T19:00:00.000Z'],
  ['2026-07-01', '09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
  ['2026-12-01', '09:00', 'Europe/Berlin', '2026-12-01T08:00:00.000Z'],
  // Clocks leap from 2:00 to 3:00.
  ['2026-03-29', '01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29', '02:00', 'Europe/Berlin', null],
  ['2026-03-29', '02:59', 'Europe/Berlin', null],
  ['2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  ['2026-03-08', '02:30', 'America/New_York', null],
  // Clocks go back from 3:00 to 2:00: the first of both.
  ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
  ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  // Half an hour only.
  ['2026-10-04', '02:15', 'Australia/Lord_Howe', null],
  ['2026-10-04', '02:30', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
  ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
])('on %s at %s the clock of %s means %s', (day, time, timeZone, instant) => {
  expect(wallClockOf(day, timeZone)(minutesOf(time))).toBe(instant)
})

test('a time zone that does not exist is an error at once', () => {
  expect(() => wallClockOf('2026-11-30', 'Asia/Chelyabinsk')).toThrow(RangeError)
})

const timeZone = fc.constantFrom(
  'America/New_York',
  'Europe/Berlin',
  'Asia/Yekaterinburg',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'UTC',
)
const day = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const minutes = fc.integer({ min: 0, max: 1439 })

test('what a clock means is what it shows then', () => {
  fc.assert(
    fc.property(timeZone, day, minutes, (zone, on, at) => {
      const instant = wallClockOf(on, zone)(at)
      fc.pre(instant !== null)
      expect(wallClockAt(instant, zone)).toEqual({ day: on, minutes: at })
    }),
  )
})

test('a minute is missing only where the clock leaps: a day of 24 hours or more has them all', () => {
  fc.assert(
    fc.property(timeZone, day, minutes, (zone, on, at) => {
      const instantOf = wallClockOf(on, zone)
      const length = minutesBetween(instantOf(0) ?? '', instantOf(1440) ?? '')
      expect(instantOf(at) === null && length >= 1440).toBe(false)
    }),
  )
})

test('later on the wall is later in the world', () => {
  fc.assert(
    fc.property(timeZone, day, minutes, minutes, (zone, on, a, b) => {
      const instantOf = wallClockOf(on, zone)
      const [first, second] = [instantOf(Math.min(a, b)), instantOf(Math.max(a, b))]
      fc.pre(first !== null && second !== null)
      expect(first <= second).toBe(true)
    }),
  )
})

test('minutes there and back', () => {
  fc.assert(
    fc.property(minutes, fc.integer({ min: -5000, max: 5000 }), (at, more) => {
      expect(minutesOf(timeOf(at))).toBe(at)
      const instant = '2026-11-30T04:00:00.000Z'
      expect(minutesBetween(instant, addMinutes(instant, more))).toBe(more)
    }),
  )
})
