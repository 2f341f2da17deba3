import type { Meter, PastReading } from '@rodnik/contract/meters'
import { monthsBetween } from '../calendar/days.ts'
import { litresBetween, rolloverLitres } from './meter-face.ts'

/** The average month is taken over this many months, or over fewer but not fewer than three (п. 59). */
const AVERAGE_MONTHS = 6
const LEAST_AVERAGE_MONTHS = 3

/**
 * What is known of a meter around a month. The history holds the readings that count, at most one
 * a month, newest month first.
 */
export function meterHistory(
  history: PastReading[],
  period: string,
  wholeDigits: number,
): Pick<Meter, 'previous' | 'current' | 'later' | 'averageLitres'> {
  const earlier = history.filter((reading) => reading.period < period)
  return {
    previous: earlier[0] ?? null,
    current: history.find((reading) => reading.period === period) ?? null,
    later: history.findLast((reading) => reading.period > period) ?? null,
    averageLitres: averageMonth(earlier, wholeDigits),
  }
}

/** Months without a reading are inside the span: what was used then is in the next reading. */
function averageMonth(earlier: PastReading[], wholeDigits: number): number | null {
  const newest = earlier[0]
  if (!newest) return null
  const monthsTo = (reading: PastReading) => monthsBetween(reading.period, newest.period)
  const oldest = earlier.find((reading) => monthsTo(reading) >= AVERAGE_MONTHS) ?? earlier.at(-1) ?? newest
  const months = monthsTo(oldest)
  if (months < LEAST_AVERAGE_MONTHS) return null
  const usedLitres = litresBetween(oldest.valueLitres, newest.valueLitres, wholeDigits)
  // Staff may have set a meter back; half a turn of the face in months is that and not water.
  const isBelievable = usedLitres >= 0 && usedLitres <= rolloverLitres(wholeDigits) / 2
  return isBelievable ? Math.round(usedLitres / months) : null
}
