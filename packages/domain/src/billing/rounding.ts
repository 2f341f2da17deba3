import { multiplyHalfUp, scaleHalfUp } from '../money/half-up.ts'
import { litresBetween } from '../readings/meter-face.ts'

// The rounding policy of the house, R1 to R8: no law has one (billing rules, 1.8). Volumes are whole litres
// and money whole kopecks, so what is not named here is exact.

/** R1: the difference of two readings, litres, is never rounded; the face may come round once. */
export const exactDifference = litresBetween

/** R2: a derived volume is rounded to the litre, half up: litres × part ÷ whole. */
export const derivedLitres = scaleHalfUp

/** R3: a line — one service, one period, one price — is rounded once; its meters are summed before. */
export const lineKopecks = multiplyHalfUp

/** R4: a total is the sum of lines that are rounded already. */
export function sumKopecks(lines: readonly { amountKopecks: number }[]): number {
  let total = 0
  for (const line of lines) total += line.amountKopecks
  return total
}

/**
 * R5: the surplus of a coefficient is the difference of two rounded amounts, so that base and surplus together
 * are what the volume with the coefficient costs. `weighted` is the volume in hundredths of a litre.
 */
export function surplusKopecks(litres: number, weighted: number, kopecksPerCubicMetre: number): number {
  return scaleHalfUp(weighted, kopecksPerCubicMetre, 100_000) - lineKopecks(litres, kopecksPerCubicMetre)
}

/** R6: VAT on top of a net line, kopecks (НК ст. 164 п. 3, ст. 168). */
export function vatKopecks(netKopecks: number, vatPercent: number): number {
  return scaleHalfUp(netKopecks, vatPercent, 100)
}

/** R7: a penalty is rounded by segments: the same debt, the same rate, the same share of it. */
export function penaltyKopecks(segment: {
  debtKopecks: number
  rateBasisPoints: number
  denominator: number
  days: number
}): number {
  const { debtKopecks, rateBasisPoints, denominator, days } = segment
  return scaleHalfUp(debtKopecks, rateBasisPoints * days, 10_000 * denominator)
}

/** R8: a half goes away from zero, so what is taken back mirrors what was charged; see `stornoOf`. */
export const mirrored = (whole: number): number => 0 - whole
