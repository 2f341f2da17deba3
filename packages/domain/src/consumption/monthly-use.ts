import { daysBetween } from '../calendar/days.ts'

/** What a meter counted up to a reading, and since when. */
export type MonthUse = { period: string; takenOn: string; usedLitres: number; days: number }

type Counted = { period: string; takenOn: string; usedLitres: number }

/**
 * Readings that count, the oldest first, as uses: people read on different days, so a month is compared by the day.
 * The first reading opens the meter: what was used before it is not known.
 */
export function monthlyUse(readings: readonly Counted[]): MonthUse[] {
  return readings.flatMap((reading, i) => {
    const before = readings[i - 1]
    const days = before ? daysBetween(before.takenOn, reading.takenOn) : 0
    return days > 0 && reading.usedLitres >= 0 ? [{ ...reading, days }] : []
  })
}

export const litresPerDay = ({ usedLitres, days }: MonthUse): number => usedLitres / days

/** The middle of values: half of them are not above it. Undefined of none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return undefined
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
