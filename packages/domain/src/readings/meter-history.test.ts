import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shiftPeriod } from '../calendar/days.ts'
import { meterHistory } from './meter-history.ts'

const reading = (period: string, valueLitres: number) => ({ period, valueLitres, takenOn: `${period}-20` })

/** A reading each month before November 2026, newest first. */
const monthly = (...values: number[]) =>
  values.map((value, index) => reading(shiftPeriod('2026-10', -index), value))

test('a meter without readings has no history', () => {
  expect(meterHistory([], '2026-11', 5)).toEqual({
    previous: null,
    current: null,
    later: null,
    averageLitres: null,
  })
})

test('readings before, in and after the month are told apart', () => {
  const history = [
    reading('2027-01', 40),
    reading('2026-12', 30),
    reading('2026-11', 20),
    reading('2026-09', 10),
  ]
  expect(meterHistory(history, '2026-11', 5)).toMatchObject({
    previous: { period: '2026-09' },
    current: { period: '2026-11' },
    later: { period: '2026-12' },
  })
})

test.each([
  ['one reading', monthly(9000), null],
  ['two months', monthly(9000, 8000, 7000), null],
  ['three months', monthly(9000, 8000, 7000, 3000), 2000],
  ['six months', monthly(9000, 8000, 7000, 6000, 5000, 4000, 3000), 1000],
  ['the last six of eight months', monthly(9000, 8000, 7000, 6000, 5000, 4000, 3000, 0, 0), 1000],
  ['an empty flat', monthly(9000, 9000, 9000, 9000), 0],
  ['a turn of the face', monthly(2000, 1000, 0, 99_999_000), 1000],
  ['a meter that was set back', monthly(2000, 3000, 4000, 5000), null],
  ['a meter whose records do not fit its face', monthly(0, 0, 0, 999_000_000), null],
  ['thirds of a litre', monthly(5, 4, 3, 0), 2],
  ['months without readings between', [reading('2026-10', 9000), reading('2026-06', 1000)], 2000],
  ['a long silence', [reading('2026-10', 9000), reading('2025-12', 0)], 900],
  [
    'a silence over the sixth month',
    [reading('2026-10', 9000), reading('2026-07', 8500), reading('2026-02', 1000)],
    1000,
  ],
  ['November itself does not count', [reading('2026-11', 99_000), ...monthly(9000, 8000, 7000, 3000)], 2000],
])('the average month of %s', (_, history, averageLitres) => {
  expect(meterHistory(history, '2026-11', 5).averageLitres).toBe(averageLitres)
})

test('the same use every month is the average, through a turn of the face or not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 3, max: 14 }),
      (start, monthLitres, months) => {
        const values = Array.from({ length: months + 1 }, (_, i) => (start + i * monthLitres) % 100_000_000)
        expect(meterHistory(monthly(...values.toReversed()), '2026-11', 5).averageLitres).toBe(monthLitres)
      },
    ),
  )
})
