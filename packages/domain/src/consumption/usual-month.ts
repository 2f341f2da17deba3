import { litresPerDay, type MonthUse, median } from './monthly-use.ts'

/** Half a year: seasons count, and so does a change of people in the flat. */
const MONTHS = 6
const LEAST_MONTHS = 2
/** Of the year, by the day. */
const MONTH_DAYS = 365 / 12

/** Litres that a meter usually counts in a month; null where too little is known. The oldest use first. */
export function usualMonth(uses: readonly MonthUse[]): number | null {
  const known = uses.slice(-MONTHS)
  if (known.length < LEAST_MONTHS) return null
  return Math.round((median(known.map(litresPerDay)) ?? 0) * MONTH_DAYS)
}
