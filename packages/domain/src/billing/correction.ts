import { exactDifference } from './rounding.ts'

/** What stood in the bill of a month and what should have, as readings; the price is that month's own. */
export type CorrectedReading = { period: string; billedLitres: number; trueLitres: number }
export type MonthDifference = { period: string; wereLitres: number; shouldBeLitres: number }

/**
 * Wrong readings of past months: what each month was charged and what it should have been, from the reading
 * before the first of them. Undefined when the true readings run backwards. Each month is a line of its own at
 * its own price, the difference of volumes rounded once (billing rules, 1.4 and 1.8 R3, R8).
 */
export function monthDifferences(
  startLitres: number,
  months: readonly CorrectedReading[],
): MonthDifference[] | undefined {
  let billed = startLitres
  let correct = startLitres
  const differences: MonthDifference[] = []
  for (const { period, billedLitres, trueLitres } of months) {
    if (trueLitres < correct) return undefined
    differences.push({
      period,
      wereLitres: billedLitres - billed,
      shouldBeLitres: trueLitres - correct,
    })
    billed = billedLitres
    correct = trueLitres
  }
  return differences
}

/**
 * п. 61: an inspection found another reading than the last one billed, the meter is sound. The difference, litres,
 * belongs to the month of the inspection and its price, unless the consumer proves another month. Found below
 * billed is negative: overpaid, credited.
 */
export function inspectionDifference(billedLitres: number, foundLitres: number): number {
  return foundLitres - billedLitres
}

/**
 * Policy TRUE_UP: a reading after average or norm months settles them. What passed the meter since the last reading
 * less what was charged for the months between, litres; negative is a credit. Rules 354 do not ask for it.
 */
export function trueUpVolume(
  readings: { lastLitres: number; newLitres: number; wholeDigits: number },
  chargedLitres: readonly number[],
): number {
  const used = exactDifference(readings.lastLitres, readings.newLitres, readings.wholeDigits)
  return used - chargedLitres.reduce((sum, litres) => sum + litres, 0)
}
