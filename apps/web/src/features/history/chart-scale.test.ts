import { expect, test } from 'vitest'
import { scaleOf } from './chart-scale.ts'

test.each([
  [
    [3000, 4200, 1800],
    [0, 1000, 2000, 3000, 4000, 5000],
  ],
  [
    [26_828, 20_121],
    [0, 10_000, 20_000, 30_000],
  ],
  [[7], [0, 2, 4, 6, 8]],
  [
    [0, 0],
    [0, 1],
  ],
  [[], [0, 1]],
  [
    [-6000, 4000],
    [-6000, -4000, -2000, 0, 2000, 4000],
  ],
  [[-500], [-500, -400, -300, -200, -100, 0, 100]],
])('bars of %j have lines at %j', (values, ticks) => {
  expect(scaleOf(values).ticks).toEqual(ticks)
})

test('every value stands between the lowest line and the highest, in proportion', () => {
  const values = [-1234, 0, 1, 999, 45_678, 123_456]
  const { at, ticks } = scaleOf(values)

  for (const value of values) {
    expect(at(value)).toBeGreaterThanOrEqual(0)
    expect(at(value)).toBeLessThanOrEqual(1)
  }
  expect([at(ticks[0] ?? Number.NaN), at(ticks.at(-1) ?? Number.NaN)]).toEqual([0, 1])
  expect(at(123_456) - at(0)).toBeCloseTo((at(999) - at(0)) * (123_456 / 999), 10)
})

test('a chart has two lines at least and eight at most, whatever its values', () => {
  for (let power = 0; power < 12; power++) {
    for (const digit of [1, 1.3, 2, 2.1, 4.9, 5, 5.1, 9.99]) {
      for (const values of [[digit * 10 ** power], [-digit * 10 ** power], [digit * 10 ** power, -3]]) {
        const { ticks } = scaleOf(values.map(Math.round))
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(8)
        expect(ticks).toContain(0)
      }
    }
  }
})
