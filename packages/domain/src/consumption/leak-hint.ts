import { litresPerDay, type MonthUse, median } from './monthly-use.ts'

// A hint, not a judgement: a person is told what was unusual and how to find out, nothing follows from it.

/** Fewer months tell nothing of what is usual. */
const LEAST_MONTHS = 4
/** What is usual is looked for in a year: a flat with new people has another one. */
const MOST_MONTHS = 12
const TIMES_USUAL = 2
/** Below this much more in a month guests, a bath or a washing day are likelier than a leak. */
const LEAST_EXTRA_LITRES = 3000
const MONTH_DAYS = 30

export type LeakHint = {
  period: string
  usedLitres: number
  /** What this meter usually counts in as many days. */
  usualLitres: number
}

/**
 * Whether the last month of a meter is far above its own earlier ones: the median holds against one odd month among
 * them, as a repair or guests make it.
 * @param uses the oldest first
 */
export function leakHint(uses: readonly MonthUse[]): LeakHint | null {
  const last = uses.at(-1)
  const earlier = uses.slice(0, -1).slice(-MOST_MONTHS)
  if (!last || earlier.length < LEAST_MONTHS) return null
  const usualPerDay = median(earlier.map(litresPerDay)) ?? 0
  const extraPerDay = litresPerDay(last) - usualPerDay
  const isFar = litresPerDay(last) >= TIMES_USUAL * usualPerDay
  if (!isFar || extraPerDay * MONTH_DAYS < LEAST_EXTRA_LITRES) return null
  return {
    period: last.period,
    usedLitres: last.usedLitres,
    usualLitres: Math.round(usualPerDay * last.days),
  }
}
