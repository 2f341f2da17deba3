import { scaleHalfUp } from '../money/half-up.ts'

/**
 * Splits a whole number by weights, e.g. a month's litres by days: each part is rounded half up and the last
 * one takes the rest, so the parts sum to the whole (billing rules, 1.8 R2). A part never takes more than is
 * left, so that halves rounded up before it leave no part of the other sign. Weights are whole and not negative.
 */
export function splitByWeights(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((whole, weight) => whole + weight, 0)
  const last = sum === 0 ? weights.length - 1 : weights.findLastIndex((weight) => weight > 0)
  let left = total
  return weights.map((weight, index) => {
    const part = index === last ? left : within(left, sum === 0 ? 0 : scaleHalfUp(total, weight, sum))
    left -= part
    return part
  })
}

function within(left: number, part: number): number {
  return Math.abs(part) > Math.abs(left) ? left : part
}
