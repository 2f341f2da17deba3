const LITRES_PER_CUBIC_METRE = 1000n

/**
 * The price of a volume in whole kopecks, half a kopeck away from zero (billing rules, 1.8 R3).
 * Exact for any whole litres and kopecks whose result a number can hold: no floats on the way.
 */
export function multiplyHalfUp(litres: number, kopecksPerCubicMetre: number): number {
  const product = BigInt(litres) * BigInt(kopecksPerCubicMetre)
  const half = product < 0n ? -LITRES_PER_CUBIC_METRE / 2n : LITRES_PER_CUBIC_METRE / 2n
  // BigInt division drops the fraction towards zero.
  return Number((product + half) / LITRES_PER_CUBIC_METRE)
}
