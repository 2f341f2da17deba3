import { expect, test } from 'vitest'
import { freeSlots, isWithinHours, type Taken, type Wanted } from './free-slots.ts'
import { type DayHours, type OfficeCalendar, openingAt, openSpans } from './opening-hours.ts'

const hours = (from: string, to: string, ...breaks: DayHours['breaks']): DayHours => ({ from, to, breaks })
const weekday = hours('09:00', '11:00', { from: '10:00', to: '10:20' })
const office: OfficeCalendar = {
  timeZone: 'Asia/Yekaterinburg',
  week: [weekday, weekday, weekday, weekday, hours('09:00', '10:00'), null, null],
  exceptions: [
    { day: '2026-12-03', hours: null },
    { day: '2026-12-06', hours: hours('12:00', '12:40') },
    { day: '2027-01-05', hours: hours('10:00', '10:20') },
  ],
  daysOff: new Set(['2026-12-31', '2027-01-05', '2027-01-06']),
  workedWeekends: new Set(['2026-12-05']),
}
const wanted: Wanted = {
  office,
  post: { seats: 1, week: null, absences: [] },
  topic: { minutes: 15, bufferMinutes: 5 },
  taken: [],
  rules: { noticeMinutes: 60, horizonDays: 30 },
  // Monday, eight in the morning in Chelyabinsk.
  now: '2026-11-30T03:00:00.000Z',
}
const timesOn = (day: string, facts: Partial<Wanted> = {}) =>
  freeSlots({ ...wanted, ...facts }, day).map(({ startsAt }) => startsAt.slice(11, 16))
const at = (time: string, day = '2026-12-01') => `${day}T${time}:00.000Z`
const taken = (from: string, to: string, seat = 1): Taken => ({
  seat,
  startsAt: at(from),
  busyUntil: at(to),
})

test.each([
  ['2026-12-01', ['04:00', '04:20', '04:40', '05:20', '05:40'], 'a Tuesday without its pause'],
  ['2026-12-04', ['04:00', '04:20', '04:40'], 'a short Friday'],
  ['2026-12-06', ['07:00', '07:20'], 'a Sunday on which the office opens'],
  ['2026-12-03', [], 'a Thursday on which it does not'],
  ['2026-12-05', ['04:00', '04:20', '04:40', '05:20', '05:40'], 'a Saturday that the country works'],
  ['2026-12-13', [], 'an ordinary Sunday'],
  ['2026-12-30', ['04:00', '04:20', '04:40', '05:20', '05:40'], 'the last day that can be taken'],
  ['2026-12-31', [], 'a day off, and too far'],
  ['2026-11-29', [], 'yesterday'],
])('%s has %j: %s', (day, times) => {
  expect(timesOn(day)).toEqual(times)
})

test('a day off on which the office opens all the same is an exception', () => {
  expect(openSpans(office, '2027-01-05')).toEqual([{ from: 600, to: 620 }])
  expect(openSpans(office, '2027-01-06')).toEqual([])
})

test('what is taken is free no more, with the rest after it', () => {
  expect(timesOn('2026-12-01', { taken: [taken('04:20', '04:41')] })).toEqual(['04:00', '05:20', '05:40'])
})

test('a post with two seats has a time until both are taken', () => {
  const post = { ...wanted.post, seats: 2 }
  const one = [taken('04:00', '04:20')]
  const [first] = freeSlots({ ...wanted, post, taken: one }, '2026-12-01')
  expect(first).toEqual({ startsAt: at('04:00'), endsAt: at('04:15'), seats: [2] })
  const both = [...one, taken('04:00', '04:20', 2)]
  expect(timesOn('2026-12-01', { post, taken: both })).toEqual(['04:20', '04:40', '05:20', '05:40'])
})

test('today has what begins in an hour or later', () => {
  expect(timesOn('2026-11-30', { now: at('03:20', '2026-11-30') })).toEqual([
    '04:20',
    '04:40',
    '05:20',
    '05:40',
  ])
})

test('who is away is not to be had', () => {
  const absences = [
    { fromDay: '2026-12-01', toDay: '2026-12-02', part: { from: '09:30', to: '24:00' } },
    { fromDay: '2026-12-04', toDay: '2026-12-04', part: null },
  ]
  const post = { ...wanted.post, absences }
  expect(timesOn('2026-12-01', { post })).toEqual(['04:00'])
  expect(timesOn('2026-12-04', { post })).toEqual([])
  expect(timesOn('2026-12-07', { post })).toHaveLength(5)
})

test('own hours of a post are those that the office has too', () => {
  const week = [hours('10:30', '18:00'), null, null, null, null, null, null]
  expect(timesOn('2026-12-07', { post: { ...wanted.post, week } })).toEqual(['05:30'])
  expect(timesOn('2026-12-08', { post: { ...wanted.post, week } })).toEqual([])
})

test.each([
  ['2026-11-30T03:59:59.000Z', false, '2026-11-30T04:00:00.000Z'],
  ['2026-11-30T04:00:00.000Z', true, '2026-11-30T05:00:00.000Z'],
  ['2026-11-30T05:00:00.000Z', false, '2026-11-30T05:20:00.000Z'],
  ['2026-11-30T06:00:00.000Z', false, '2026-12-01T04:00:00.000Z'],
  ['2026-12-02T08:00:00.000Z', false, '2026-12-04T04:00:00.000Z'],
])('at %s the door is open: %s, which changes at %s', (now, isOpen, changesAt) => {
  expect(openingAt(office, now)).toEqual({ isOpen, changesAt })
})

test('an office that is never open does not open', () => {
  expect(openingAt({ ...office, week: [], exceptions: [] }, wanted.now)).toEqual({
    isOpen: false,
    changesAt: null,
  })
})

test.each([
  ['as planned', { seat: 1, startsAt: at('04:00'), endsAt: at('04:15') }, true],
  ['off the grid', { seat: 1, startsAt: at('04:05'), endsAt: at('05:00') }, true],
  ['into the pause', { seat: 1, startsAt: at('04:50'), endsAt: at('05:05') }, false],
  ['after closing', { seat: 1, startsAt: at('05:50'), endsAt: at('06:05') }, false],
  ['at a seat that is gone', { seat: 2, startsAt: at('04:00'), endsAt: at('04:15') }, false],
])('an appointment %s is within the hours: see the table', (_, appointment, isWithin) => {
  expect(isWithinHours(office, wanted.post, appointment)).toBe(isWithin)
})
