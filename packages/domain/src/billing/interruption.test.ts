import { expect, test } from 'vitest'
import { hoursOver, interruptionReduction } from './interruption.ts'
import { INTERRUPTION_RULES } from './law-data.ts'

test.each([
  [[], 0],
  [[4, 4], 0],
  [[4, 4, 4], 4],
  [[6], 2],
  [[24], 20],
  [[5, 1, 1], 1],
])('interruptions of %j hours are %i hours over', (hours, over) => {
  expect(hoursOver(hours, INTERRUPTION_RULES)).toBe(over)
})

test('twenty hours over take 3 % off, and never more than the charge', () => {
  expect(interruptionReduction(27_692, 20, 15)).toBe(831)
  expect(interruptionReduction(27_692, 744, 15)).toBe(27_692)
  expect(interruptionReduction(-100, 20, 15)).toBe(0)
})
