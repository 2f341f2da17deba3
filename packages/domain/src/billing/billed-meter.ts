import type { OutageReason } from '@rodnik/contract/volume-parts'
import { addDays, daysBetween, monthsBetween, periodOf } from '../calendar/days.ts'
import { litresBetween, rolloverLitres } from '../readings/meter-face.ts'
import type { BilledMeter } from './charge-facts.ts'
import type { CountedReading } from './counted-reading.ts'
import { papersIn, withOpenings } from './meter-papers.ts'
import type { PastOutage } from './past-outage.ts'

/** A meter as it is kept: its papers, and its readings, newest month first, none later than the month charged. */
export type MeterRecord = Omit<
  BilledMeter,
  'opening' | 'readings' | 'historyLitres' | 'missed' | 'year' | 'resumed'
> & {
  readings: readonly CountedReading[]
  /** Those that have ended; one that goes on is told by the papers. */
  outages?: readonly PastOutage[]
}

const YEAR_DAYS = 366

/**
 * What a month's charge asks of a meter's past: where the count stood, how it ran, and since when nothing came.
 * `chargedLitres` is what the silent months since the last reading were charged, as far as they were.
 */
export function billedMeter(
  { readings: known, outages = [], ...kept }: MeterRecord,
  period: string,
  chargedLitres: readonly number[],
): BilledMeter {
  const { meter, resumed } = papersIn(kept, outages, period)
  const readings = withOpenings(known, outages, period)
  const event = resumed ?? earlierEvent(meter, period)
  const earlier = readings.filter((reading) => reading.period < period)
  const sound = event
    ? known.filter((reading) => reading.period < period && reading.takenOn < event.since)
    : earlier
  const [opening = null] = earlier
  return {
    ...meter,
    ...(resumed && { resumed }),
    opening: opening && { valueLitres: opening.valueLitres },
    readings: readings.filter((reading) => reading.period === period),
    historyLitres: monthlyLitres(sound, meter.wholeDigits),
    missed: event
      ? { months: monthsBetween(periodOf(event.since), period), reason: event.reason, chargedLitres: [] }
      : silence(opening?.period ?? periodOf(addDays(meter.installedOn, -31)), period, chargedLitres),
    year: yearOf(sound, meter.wholeDigits),
  }
}

function silence(
  lastPeriod: string,
  period: string,
  chargedLitres: readonly number[],
): BilledMeter['missed'] {
  const months = monthsBetween(lastPeriod, period) - 1
  return months > 0 ? { months, reason: 'no_reading', chargedLitres } : null
}

/** The first thing that put the meter out of use in a month before this one (Rules 354, п. 59 «а», «в»). */
function earlierEvent(
  { verificationDueOn, failedOn, refusedAccessOn }: Omit<MeterRecord, 'readings'>,
  period: string,
): { reason: OutageReason; since: string } | undefined {
  const events = [
    { reason: 'expired' as const, since: verificationDueOn === null ? null : addDays(verificationDueOn, 1) },
    { reason: 'failed' as const, since: failedOn },
    { reason: 'refused_access' as const, since: refusedAccessOn },
  ]
  return events
    .flatMap(({ reason, since }) => (since !== null && since < `${period}-01` ? [{ reason, since }] : []))
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))[0]
}

/** Metered months, oldest first; what came after silent months is spread evenly over them. */
function monthlyLitres(readings: readonly CountedReading[], wholeDigits: number): number[] {
  const litres: number[] = []
  for (let i = 0; i + 1 < readings.length; i++) {
    const [newer, older] = [readings[i], readings[i + 1]]
    if (!newer || !older) break
    const used = litresBetween(older.valueLitres, newer.valueLitres, wholeDigits)
    // A face that staff have set back tells nothing, and neither does what was before.
    if (used < 0 || used > rolloverLitres(wholeDigits) / 2) break
    const months = monthsBetween(older.period, newer.period)
    const each = Math.floor(used / months)
    for (let month = 0; month < months; month++) litres.push(month === 0 ? used - each * (months - 1) : each)
  }
  return litres.toReversed()
}

/** The last year, or the time since the first reading known (Rules 776, п. 17). */
function yearOf(readings: readonly CountedReading[], wholeDigits: number): BilledMeter['year'] {
  const [newest] = readings
  const oldest =
    newest && readings.findLast(({ takenOn }) => daysBetween(takenOn, newest.takenOn) <= YEAR_DAYS)
  if (!newest || !oldest) return null
  const days = daysBetween(oldest.takenOn, newest.takenOn)
  const litres = litresBetween(oldest.valueLitres, newest.valueLitres, wholeDigits)
  return days > 0 && litres >= 0 ? { litres, days } : null
}
