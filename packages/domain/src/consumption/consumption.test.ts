import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, shiftPeriod } from '../calendar/days.ts'
import { leakHint } from './leak-hint.ts'
import { type MonthUse, median, monthlyUse } from './monthly-use.ts'
import { nightTest } from './night-test.ts'
import { usualMonth } from './usual-month.ts'

/** Months of thirty days, the oldest first. */
const monthsOf = (...litres: number[]): MonthUse[] =>
  litres.map((usedLitres, i) => ({
    period: shiftPeriod('2026-01', i),
    takenOn: addDays('2026-01-22', 30 * i),
    usedLitres,
    days: 30,
  }))

describe('uses by the day', () => {
  test('the first reading opens the meter, and days are those between readings', () => {
    const uses = monthlyUse([
      { period: '2026-08', takenOn: '2026-08-22', usedLitres: 0 },
      { period: '2026-09', takenOn: '2026-09-25', usedLitres: 3400 },
      { period: '2026-10', takenOn: '2026-10-20', usedLitres: 2500 },
    ])

    expect(uses.map(({ period, days }) => [period, days])).toEqual([
      ['2026-09', 34],
      ['2026-10', 25],
    ])
  })

  test('half of the values are not above the median', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1 }), (values) => {
        const middle = median(values) ?? 0
        const half = values.length / 2
        expect(values.filter((value) => value <= middle).length).toBeGreaterThanOrEqual(half)
        expect(values.filter((value) => value >= middle).length).toBeGreaterThanOrEqual(half)
      }),
    )
  })
})

describe('a hint of a leak', () => {
  test('names what is usual and what the last month was', () => {
    expect(leakHint(monthsOf(4000, 4200, 3900, 4100, 11_000))).toEqual({
      period: '2026-05',
      usedLitres: 11_000,
      usualLitres: 4050,
    })
  })

  test.each([
    ['twice a little is still little', [900, 1000, 1100, 1000, 3500]],
    ['half as much again is a month with guests', [6000, 6000, 6000, 6000, 9000]],
    ['three months tell nothing of what is usual', [4000, 4000, 4000, 20_000]],
    ['a quiet month after an odd one is fine', [4000, 4000, 30_000, 4000, 4200]],
  ])('is not given: %s', (_why, litres) => {
    expect(leakHint(monthsOf(...litres))).toBeNull()
  })

  test('is never given to whoever always uses the same, however much that is', () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.integer({ min: 5, max: 14 }), (litres, months) => {
        expect(leakHint(monthsOf(...Array.from({ length: months }, () => litres)))).toBeNull()
      }),
    )
  })
})

describe('a usual month', () => {
  test('is the middle of half a year, whatever one month was', () => {
    expect(usualMonth(monthsOf(90_000, 6000, 6000, 6000, 60_000, 6000, 6000))).toBe(6083)
  })

  test('is not told of one month', () => {
    expect(usualMonth(monthsOf(6000))).toBeNull()
  })
})

describe('the test of a night', () => {
  const evening = { valueLitres: 123_456, at: '2026-11-20T18:00:00Z' }
  const after = (litres: number, hours: number) =>
    nightTest(evening, {
      valueLitres: evening.valueLitres + litres,
      at: new Date(Date.parse(evening.at) + hours * 3_600_000).toISOString(),
    })

  test.each([
    [0, 'tight'],
    [1, 'tight'],
    [8, 'drips'],
    [40, 'leaks'],
  ])('%i litres in eight hours: %s', (litres, verdict) => {
    expect(after(litres, 8)).toMatchObject({ ok: true, litres, verdict })
  })

  test.each([
    [0, 1, 'too_short'],
    [0, -3, 'too_short'],
    [0, 15, 'too_long'],
    [-1, 8, 'below_evening'],
  ])('%i litres in %i hours: %s', (litres, hours, fault) => {
    expect(after(litres, hours)).toEqual({ ok: false, fault })
  })
})
