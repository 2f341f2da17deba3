import { WEEKDAYS } from '@rodnik/contract/visit-rules'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { freeWindows, minutesUntil, type VisitSchedule } from './free-windows.ts'

const TODAY = '2026-12-28'
const day = fc.integer({ min: -2, max: 20 }).map((ahead) => addDays(TODAY, ahead))
const from = fc.constantFrom('09:00', '12:00', '18:00')
const places = fc.integer({ min: 0, max: 5 })
const days = fc.uniqueArray(day, { maxLength: 6 }).map((some) => new Set(some))

const row = fc
  .record({
    window: fc.constantFrom('09:00-12:00', '12:00-15:00', '18:00-20:00'),
    validFrom: fc.integer({ min: -5, max: 10 }).map((ahead) => addDays(TODAY, ahead)),
    week: fc.array(places, { minLength: 7, maxLength: 7 }),
    reserved: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ week, ...rest }) => ({
    kind: 'visit_capacity' as const,
    district: 'central',
    act: 'Решение',
    ...rest,
    ...(Object.fromEntries(WEEKDAYS.map((name, i) => [name, week[i] ?? 0])) as Record<
      (typeof WEEKDAYS)[number],
      number
    >),
  }))

const schedule: fc.Arbitrary<VisitSchedule> = fc.record({
  capacity: fc.array(row, { maxLength: 6 }),
  exceptions: fc.array(fc.record({ day, from: fc.option(from), places }), { maxLength: 4 }),
  calendar: fc.record({ daysOff: days, workedWeekends: days }),
  taken: fc.array(fc.record({ day, from, place: fc.integer({ min: 1, max: 6 }) }), { maxLength: 20 }),
  rules: fc.record({
    noticeHours: fc.integer({ min: 0, max: 72 }),
    horizonDays: fc.integer({ min: 1, max: 20 }),
  }),
  now: fc.record({ day: fc.constant(TODAY), time: fc.constantFrom('00:00', '08:59', '12:00', '23:59') }),
  isPriority: fc.boolean(),
})

const always = (holds: (wanted: VisitSchedule) => void) => {
  fc.assert(fc.property(schedule, holds), { numRuns: 500 })
}

const keysOf = (wanted: VisitSchedule) =>
  freeWindows(wanted).flatMap((window) =>
    window.places.map((place) => `${window.day} ${window.from} ${place}`),
  )

test('a place that is offered is nobody else’s, in time and within the horizon', () => {
  always((wanted) => {
    const { taken, now, rules } = wanted
    for (const window of freeWindows(wanted)) {
      const ahead = minutesUntil(now, { day: window.day, time: window.from })
      expect(ahead).toBeGreaterThanOrEqual(rules.noticeHours * 60)
      expect(window.day <= addDays(now.day, rules.horizonDays)).toBe(true)
      expect(window.from < window.to).toBe(true)
      const met = taken.filter(
        (other) =>
          other.day === window.day && other.from === window.from && window.places.includes(other.place),
      )
      expect(met).toEqual([])
    }
  })
})

test('whoever we did not come to is offered all that others are, and never less', () => {
  always((wanted) => {
    const others = keysOf({ ...wanted, isPriority: false })
    const theirs = new Set(keysOf({ ...wanted, isPriority: true }))
    expect(others.filter((key) => !theirs.has(key))).toEqual([])
  })
})

test('taking a place takes this place from the offer and no other', () => {
  always((wanted) => {
    const [first] = freeWindows(wanted)
    if (!first) return
    const place = first.places[0] ?? 0
    const before = keysOf(wanted)
    const after = keysOf({ ...wanted, taken: [...wanted.taken, { day: first.day, from: first.from, place }] })
    expect(after).toEqual(before.filter((key) => key !== `${first.day} ${first.from} ${place}`))
  })
})

test('windows come in the order of time, each once', () => {
  always((wanted) => {
    const order = freeWindows(wanted).map((window) => `${window.day} ${window.from}`)
    expect(order).toEqual([...new Set(order)].toSorted((a, b) => (a < b ? -1 : 1)))
  })
})
