import { derivedLitres } from './rounding.ts'

/** п. 59 and 60 as data: how many months an average needs, takes and lasts. */
export type AverageRules = {
  /** At most so many of the last metered months: six. */
  historyMonths: number
  /** With fewer metered months there is no average: three (п. 59(2)). */
  leastMonths: number
  /** For so many months in a row: three for a dwelling (п. 59). */
  lastsMonths: number
}

/**
 * The average month of a meter, litres: its last metered months, oldest first (Rules 354, п. 59). Undefined
 * when the meter has worked for less than the Rules ask.
 */
export function averageMonthLitres(
  historyLitres: readonly number[],
  rules: AverageRules,
): number | undefined {
  if (historyLitres.length < rules.leastMonths) return undefined
  return meanLitres(historyLitres.slice(-rules.historyMonths))
}

/** Sum over count, to the litre. */
export function meanLitres(months: readonly number[]): number {
  const sum = months.reduce((total, litres) => total + litres, 0)
  return derivedLitres(sum, 1, months.length)
}

/**
 * The share of an average month for some of its days, litres: after the verification has run out or the meter
 * has failed within the month, or between two meters (Rules 354, п. 59 «а»).
 */
export function averageForDays(monthLitres: number, days: number, monthDays: number): number {
  return derivedLitres(monthLitres, days, monthDays)
}
