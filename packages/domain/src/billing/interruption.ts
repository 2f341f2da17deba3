import { scaleHalfUp } from '../money/half-up.ts'

/** Annex 1 п. 1 of Rules 354 as data: 8 hours a month, 4 hours at once, 0.15 % for each hour more. */
export type InterruptionRules = { monthHours: number; onceHours: number; perHourBasisPoints: number }

/** Whole hours without water beyond what is allowed in the month or at once, whichever is more. */
export function hoursOver(interruptionHours: readonly number[], rules: InterruptionRules): number {
  const overMonth = interruptionHours.reduce((sum, hours) => sum + hours, 0) - rules.monthHours
  const overOnce = interruptionHours.reduce((sum, hours) => sum + Math.max(0, hours - rules.onceHours), 0)
  return Math.max(0, overMonth, overOnce)
}

/** What the hours take off the month's charge of the service, kopecks: at most all of it (Annex 1 п. 1). */
export function interruptionReduction(
  chargeKopecks: number,
  hours: number,
  perHourBasisPoints: number,
): number {
  if (chargeKopecks <= 0) return 0
  return Math.min(chargeKopecks, scaleHalfUp(chargeKopecks, hours * perHourBasisPoints, 10_000))
}
