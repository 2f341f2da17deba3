const LITRES_PER_CUBIC_METRE = 1000

/**
 * value × numerator ÷ denominator to the nearest whole, half away from zero, so that a storno mirrors what it
 * takes back (billing rules, 1.8 R8). Whole numbers in, denominator positive; exact for any of them.
 */
export function scaleHalfUp(value: number, numerator: number, denominator: number): number {
  const product = value * numerator
  // A product that passed 2^53 on the way was rounded to 2^53 at least: a safe one is the true one.
  if (!Number.isSafeInteger(product)) {
    return divideHalfUp(BigInt(value) * BigInt(numerator), BigInt(denominator))
  }
  const rest = product % denominator
  const whole = (product - rest) / denominator
  return Math.abs(rest) * 2 >= denominator ? whole + Math.sign(product) : whole
}

/** The same for a product that is known to be too large for a number; the quotient has to fit one. */
export function divideHalfUp(numerator: bigint, denominator: bigint): number {
  const half = numerator < 0n ? -denominator : denominator
  // BigInt division drops the fraction towards zero.
  return Number((numerator * 2n + half) / (denominator * 2n))
}

/** The price of a volume in whole kopecks, half a kopeck away from zero (billing rules, 1.8 R3). */
export function multiplyHalfUp(litres: number, kopecksPerCubicMetre: number): number {
  return scaleHalfUp(litres, kopecksPerCubicMetre, LITRES_PER_CUBIC_METRE)
}
