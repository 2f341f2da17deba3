import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { addMinutes, minutesBetween, timeOf, wallClockAt, wallClockOf } from '../calendar/wall-clock.ts'
import { freeSlots, isWithinHours, type Post, type Taken, type Wanted } from './free-slots.ts'
import type { DayHours, OfficeCalendar } from './opening-hours.ts'

const timeZone = fc.constantFrom(
  'America/New_York',
  'Europe/Berlin',
  'Asia/Yekaterinburg',
  'Australia/Lord_Howe',
)
/** Days on which clocks change in one of the zones, and days on which they do not. */
const day = fc.constantFrom(
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
  '2026-11-30',
  '2026-12-31',
)
const spanOf = (from: fc.Arbitrary<number>, length: fc.Arbitrary<number>) =>
  fc.tuple(from, length).map(([start, steps]) => ({
    from: timeOf(start * 5),
    to: timeOf(Math.min(288, start + steps) * 5),
  }))
const pause = spanOf(fc.integer({ min: 0, max: 286 }), fc.integer({ min: 1, max: 24 }))
const opening = spanOf(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 1, max: 200 }))
const hours: fc.Arbitrary<DayHours> = fc
  .tuple(opening, fc.array(pause, { maxLength: 3 }))
  .map(([open, breaks]) => ({ ...open, breaks }))
const maybeHours = fc.option(hours, { freq: 10 })
const week = fc.array(maybeHours, { minLength: 7, maxLength: 7 })

const office = (on: string): fc.Arbitrary<OfficeCalendar> =>
  fc.record({
    timeZone,
    week,
    exceptions: fc.array(fc.record({ day: fc.constantFrom(on, addDays(on, 1)), hours: maybeHours }), {
      maxLength: 2,
    }),
    daysOff: fc
      .integer({ min: 0, max: 5 })
      .map((of6) => of6 === 0)
      .map((isOff) => new Set(isOff ? [on] : [])),
    workedWeekends: fc.boolean().map((isWorked) => new Set(isWorked ? [on] : [])),
  })
const post = (on: string): fc.Arbitrary<Post> =>
  fc.record({
    seats: fc.integer({ min: 1, max: 3 }),
    week: fc.option(week),
    absences: fc.array(
      fc.record({
        fromDay: fc.constant(addDays(on, -1)),
        toDay: fc.constant(on),
        part: fc.option(pause, { freq: 6 }),
      }),
      { maxLength: 2 },
    ),
  })
const taken = (on: string): fc.Arbitrary<Taken[]> =>
  fc.array(
    fc
      .tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: -720, max: 2160 }),
        fc.integer({ min: 1, max: 90 }),
      )
      .map(([seat, start, length]) => {
        const startsAt = addMinutes(`${on}T00:00:00.000Z`, start)
        return { seat, startsAt, busyUntil: addMinutes(startsAt, length) }
      }),
    { maxLength: 12 },
  )
const wish = day.chain((on) =>
  fc.record({
    day: fc.constant(on),
    wanted: fc.record({
      office: office(on),
      post: post(on),
      topic: fc.record({
        minutes: fc.integer({ min: 5, max: 120 }),
        bufferMinutes: fc.integer({ min: 0, max: 30 }),
      }),
      taken: taken(on),
      rules: fc.record({
        noticeMinutes: fc.integer({ min: 0, max: 600 }),
        horizonDays: fc.integer({ min: 1, max: 30 }),
      }),
      now: fc.integer({ min: -4000, max: 1000 }).map((minutes) => addMinutes(`${on}T00:00:00.000Z`, minutes)),
    }) satisfies fc.Arbitrary<Wanted>,
  }),
)

const always = (holds: (slots: ReturnType<typeof freeSlots>, wanted: Wanted, on: string) => void) =>
  fc.assert(
    fc.property(wish, ({ wanted, day: on }) => {
      holds(freeSlots(wanted, on), wanted, on)
    }),
    { numRuns: 600 },
  )

test('a time has exactly the length of its topic, in the world and on the wall', () => {
  always((slots, { topic, office: { timeZone: zone } }, on) => {
    for (const { startsAt, endsAt } of slots) {
      expect(minutesBetween(startsAt, endsAt)).toBe(topic.minutes)
      const start = wallClockAt(startsAt, zone)
      expect(start.day).toBe(on)
      expect(wallClockOf(on, zone)(start.minutes + topic.minutes)).toBe(endsAt)
    }
  })
})

test('times stand in order, none twice, and none into the next one’s rest', () => {
  always((slots, { topic, post: { seats } }) => {
    for (const [i, slot] of slots.entries()) {
      const next = slots[i + 1]?.startsAt ?? 'later than any instant'
      expect(addMinutes(slot.endsAt, topic.bufferMinutes) <= next).toBe(true)
      expect(new Set(slot.seats).size).toBe(slot.seats.length)
      expect(slot.seats.every((seat) => seat >= 1 && seat <= seats)).toBe(true)
    }
  })
})

test('no time meets what is taken at its seat, rests included', () => {
  always((slots, { taken: all, topic }) => {
    for (const { startsAt, endsAt, seats } of slots) {
      const busyUntil = addMinutes(endsAt, topic.bufferMinutes)
      const met = all.filter(
        (other) => seats.includes(other.seat) && other.startsAt < busyUntil && startsAt < other.busyUntil,
      )
      expect(met).toEqual([])
    }
  })
})

const minutesWithin = (startsAt: string, endsAt: string, zone: string) =>
  Array.from({ length: minutesBetween(startsAt, endsAt) }, (_, i) =>
    timeOf(wallClockAt(addMinutes(startsAt, i), zone).minutes),
  )
const covers = ({ from, to }: { from: string; to: string }, time: string) => from <= time && time < to

test('every minute of a time is in the hours of the office and of the post, and in no pause or absence', () => {
  always((slots, { office: place, post: { week: own, absences } }, on) => {
    const weekdayIndex = (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7
    const exception = place.exceptions.find((other) => other.day === on)
    const mondayInstead = place.workedWeekends.has(on)
    const hoursIn = (all: readonly (DayHours | null)[]) =>
      all[weekdayIndex] ?? (mondayInstead ? (all[0] ?? null) : null)
    const usual = place.daysOff.has(on) ? null : hoursIn(place.week)
    const open = exception ? exception.hours : usual
    const sheets = own ? [open, hoursIn(own)] : [open]
    for (const { startsAt, endsAt } of slots) {
      for (const time of minutesWithin(startsAt, endsAt, place.timeZone)) {
        for (const sheet of sheets) {
          expect(sheet && covers(sheet, time)).toBe(true)
          expect(sheet?.breaks.some((rest) => covers(rest, time))).toBe(false)
        }
        expect(absences.some(({ part }) => part === null || covers(part, time))).toBe(false)
      }
    }
  })
})

test('no time is sooner than the notice or beyond the horizon', () => {
  always((slots, { now, rules, office: { timeZone: zone } }, on) => {
    const today = wallClockAt(now, zone).day
    for (const { startsAt } of slots) {
      expect(startsAt >= addMinutes(now, rules.noticeMinutes)).toBe(true)
      expect(on >= today && on <= addDays(today, rules.horizonDays)).toBe(true)
    }
  })
})

test('what was offered is within the hours for as long as they stay', () => {
  always((slots, { office: place, post: who }) => {
    for (const { startsAt, endsAt, seats } of slots) {
      for (const seat of seats) expect(isWithinHours(place, who, { seat, startsAt, endsAt })).toBe(true)
    }
  })
})

test('taking one time takes away no other of the post', () => {
  always((slots, wanted, on) => {
    fc.pre(slots.length > 0)
    const [first = { startsAt: '', endsAt: '', seats: [] }] = slots
    const [seat = 0] = first.seats
    const busyUntil = addMinutes(first.endsAt, wanted.topic.bufferMinutes)
    const now = [...wanted.taken, { seat, startsAt: first.startsAt, busyUntil }]
    const left = freeSlots({ ...wanted, taken: now }, on)
    expect(left.filter(({ startsAt }) => startsAt !== first.startsAt)).toEqual(slots.slice(1))
  })
})

test('the properties above are tried on days that have times, also on those on which clocks change', () => {
  const tried = fc.sample(wish, 2000).filter(({ wanted, day: on }) => freeSlots(wanted, on).length > 0)
  const changing = tried.filter(
    ({ day: on, wanted }) =>
      minutesBetween(
        wallClockOf(on, wanted.office.timeZone)(0) ?? '',
        wallClockOf(addDays(on, 1), wanted.office.timeZone)(0) ?? '',
      ) !== 1440,
  )
  expect(tried.length).toBeGreaterThan(200)
  expect(changing.length).toBeGreaterThan(20)
})
