import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { multiplyHalfUp } from './half-up.ts'

test.each([
  [0, 3956, 0],
  [1000, 3956, 3956],
  [3500, 3956, 13_846],
  [125, 4, 1],
  [124, 4, 0],
  [1, 499, 0],
  [1, 500, 1],
  [-1, 500, -1],
  [-1, 499, 0],
  [500, -1, -1],
  [1500, 1, 2],
  [2500, 1, 3],
  [999_999_999, 100_000, 99_999_999_900],
])('%i litres at %i kopecks a cubic metre cost %i kopecks', (litres, price, amount) => {
  expect(multiplyHalfUp(litres, price)).toBe(amount)
})

test('the amount is the nearest whole kopeck, and a half goes away from zero', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 100_000 }),
      (litres, price) => {
        const exact = BigInt(litres) * BigInt(price)
        const rest = exact - BigInt(multiplyHalfUp(litres, price)) * 1000n
        // Rounding away from zero leaves a rest against the sign, so +500 may be left only of a negative.
        const sign = exact < 0n ? -1n : 1n
        expect(rest * sign >= -500n && rest * sign < 500n).toBe(true)
      },
    ),
  )
})
