import type { OutageReason } from '@rodnik/contract/volume-parts'
import { type AverageRules, averageMonthLitres } from './average.ts'

export type MissedMonth = {
  reason: OutageReason
  /** Which month in a row this is for the same reason; the first is 1. */
  number: number
  /** Metered months, oldest first. */
  historyLitres: readonly number[]
}

export type MissedMethod =
  | { method: 'average'; monthLitres: number }
  | { method: 'norm'; because: OutageReason | 'short_history'; hasCoefficient: boolean }

/**
 * How a month without a reading that counts is charged (Rules 354, п. 59, 59(2), 60): three months by the
 * average, or by the norm when the meter has worked for less than three; from the fourth month by the norm. The
 * coefficient belongs to a meter that ran out, failed or was not shown, not to a person who sent nothing.
 */
export function missedMethod(missed: MissedMonth, rules: AverageRules): MissedMethod {
  if (missed.number > rules.lastsMonths) {
    return { method: 'norm', because: missed.reason, hasCoefficient: missed.reason !== 'no_reading' }
  }
  const monthLitres = averageMonthLitres(missed.historyLitres, rules)
  return monthLitres === undefined
    ? { method: 'norm', because: 'short_history', hasCoefficient: false }
    : { method: 'average', monthLitres }
}
