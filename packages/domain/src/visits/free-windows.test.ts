import type { ReferenceRowOf } from '@rodnik/contract/reference'
import { describe, expect, test } from 'vitest'
import { freeOnDay, freeWindows, nearestWindows, type VisitSchedule } from './free-windows.ts'

const capacity = (facts: Partial<ReferenceRowOf<'visit_capacity'>> = {}) => ({
  kind: 'visit_capacity' as const,
  district: 'central',
  window: '09:00-12:00',
  validFrom: '2026-01-01',
  act: 'Решение',
  monday: 2,
  tuesday: 2,
  wednesday: 2,
  thursday: 2,
  friday: 2,
  saturday: 0,
  sunday: 0,
  reserved: 1,
  ...facts,
})

// A Sunday.
const schedule = (facts: Partial<VisitSchedule> = {}): VisitSchedule => ({
  capacity: [capacity()],
  exceptions: [],
  calendar: { daysOff: new Set(), workedWeekends: new Set() },
  taken: [],
  rules: { noticeHours: 12, horizonDays: 7 },
  now: { day: '2026-11-22', time: '12:00' },
  isPriority: false,
  ...facts,
})

const placesOn = (day: string, facts: Partial<VisitSchedule> = {}) =>
  freeOnDay(schedule(facts), day).map(({ from, places }) => [from, places])

describe('windows of a day', () => {
  test('one place of two is kept for people to whom nobody came, and they get it', () => {
    expect(placesOn('2026-11-23')).toEqual([['09:00', [1]]])
    expect(placesOn('2026-11-23', { isPriority: true })).toEqual([['09:00', [1, 2]]])
  })

  test('a place that somebody has is not offered', () => {
    const taken = [{ day: '2026-11-23', from: '09:00', place: 1 }]
    expect(placesOn('2026-11-23', { taken })).toEqual([])
    expect(placesOn('2026-11-23', { taken, isPriority: true })).toEqual([['09:00', [2]]])
    expect(placesOn('2026-11-24', { taken })).toEqual([['09:00', [1]]])
  })

  test('nobody comes on a Saturday, unless it is worked, nor on a holiday', () => {
    const calendar = { daysOff: new Set(['2026-11-23']), workedWeekends: new Set(['2026-11-28']) }
    expect(placesOn('2026-11-28')).toEqual([])
    expect(placesOn('2026-11-28', { calendar })).toEqual([['09:00', [1]]])
    expect(placesOn('2026-11-23', { calendar })).toEqual([])
  })

  test('a new number of places holds from its day on', () => {
    const both = [capacity(), capacity({ validFrom: '2026-11-24', tuesday: 4 })]
    expect(placesOn('2026-11-23', { capacity: both })).toEqual([['09:00', [1]]])
    expect(placesOn('2026-11-24', { capacity: both })).toEqual([['09:00', [1, 2, 3]]])
  })

  test('what is said of a window goes before what is said of the day', () => {
    const two = [capacity(), capacity({ window: '12:00-15:00' })]
    const none = { day: '2026-11-23', from: null, places: 0 }
    const late = { day: '2026-11-23', from: '12:00', places: 3 }
    expect(placesOn('2026-11-23', { capacity: two, exceptions: [none] })).toEqual([])
    expect(placesOn('2026-11-23', { capacity: two, exceptions: [none, late] })).toEqual([['12:00', [1, 2]]])
  })

  test.each([
    ['2026-11-22', '20:59', true],
    ['2026-11-22', '21:00', true],
    ['2026-11-22', '21:01', false],
  ])('at %s %s Monday at nine can be chosen twelve hours before: %s', (day, time, isFree) => {
    expect(placesOn('2026-11-23', { now: { day, time } }).length > 0).toBe(isFree)
  })

  test('no day beyond the horizon is offered', () => {
    expect(freeWindows(schedule()).map(({ day }) => day)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
    ])
    expect(placesOn('2026-11-30')).toEqual([])
  })
})

test('the nearest windows stand in the order of time', () => {
  const windows = ['23', '24', '26', '30'].map((day) => ({
    day: `2026-11-${day}`,
    from: '09:00',
    to: '12:00',
  }))
  const days = nearestWindows(windows, { day: '2026-11-25', from: '09:00' }, 2).map(({ day }) => day)
  expect(days).toEqual(['2026-11-24', '2026-11-26'])
})
