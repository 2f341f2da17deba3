import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitByWeights } from './split.ts'

test.each([
  [9300, [15, 16], [4500, 4800]],
  [10_000, [10, 11, 10], [3226, 3548, 3226]],
  [1, [1, 1], [1, 0]],
  [2, [1, 1, 1, 1], [1, 1, 0, 0]],
  [-3999, [15, 16], [-1935, -2064]],
  [7, [0, 31, 0], [0, 7, 0]],
  [5, [0, 0], [0, 5]],
])('%i litres by %j are %j', (total, weights, parts) => {
  expect(splitByWeights(total, weights)).toEqual(parts)
})

test('splitting a month never changes the sum, and no part has the other sign', () => {
  const weights = fc.array(fc.nat(31), { minLength: 1, maxLength: 31 })
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), weights, (total, days) => {
      const parts = splitByWeights(total, days)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
      expect(parts.every((part) => part === 0 || Math.sign(part) === Math.sign(total))).toBe(true)
    }),
  )
})
