import { addDays, periodOf, shiftPeriod } from '../calendar/days.ts'
import type { BilledMeter } from './charge-facts.ts'
import type { CountedReading } from './counted-reading.ts'
import { laterDay, monthFrame } from './month-frame.ts'
import type { PastOutage, Resumed } from './past-outage.ts'

type Papers = Pick<BilledMeter, 'removedOn' | 'verificationDueOn' | 'failedOn' | 'refusedAccessOn'>

/**
 * The papers of a meter as a month has to see them: a verification or a repair of later is no reason to count what
 * went through it before (Rules 354, п. 59 «а», 81). Of several outages in a month the last end counts.
 */
export function papersIn<T extends Papers>(
  meter: T,
  outages: readonly PastOutage[],
  period: string,
): { meter: T; resumed: Resumed | undefined } {
  const { firstDay, lastDay } = monthFrame(period)
  const [first, ...others] = outages
    .filter(({ since, endedOn }) => since <= lastDay && endedOn > firstDay)
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))
  if (!first) return { meter, resumed: undefined }
  const on = others.reduce((last, { endedOn }) => laterDay(last, endedOn), first.endedOn)
  if (on > lastDay || isOutBy(meter, lastDay)) {
    return { meter: { ...meter, ...papersOf(first) }, resumed: undefined }
  }
  return { meter, resumed: { on, reason: first.reason, since: first.since } }
}

function isOutBy({ removedOn, verificationDueOn, failedOn, refusedAccessOn }: Papers, day: string): boolean {
  const isOver = (last: string | null) => last !== null && last < day
  const hasHappened = (on: string | null) => on !== null && on <= day
  return (
    isOver(removedOn) || isOver(verificationDueOn) || hasHappened(failedOn) || hasHappened(refusedAccessOn)
  )
}

function papersOf({ reason, since }: PastOutage): Partial<Papers> {
  if (reason === 'expired') return { verificationDueOn: addDays(since, -1) }
  return reason === 'failed' ? { failedOn: since } : { refusedAccessOn: since }
}

/** From the month of its end on, what stood on the face then stands before the month: the count goes on from it. */
export function withOpenings(
  readings: readonly CountedReading[],
  outages: readonly PastOutage[],
  period: string,
): readonly CountedReading[] {
  return outages
    .filter(({ endedOn }) => periodOf(endedOn) <= period)
    .toSorted((a, b) => (a.endedOn < b.endedOn ? -1 : 1))
    .reduce(withOpening, readings)
}

function withOpening(
  readings: readonly CountedReading[],
  { endedOn, openingLitres }: PastOutage,
): readonly CountedReading[] {
  const month = periodOf(endedOn)
  const before = shiftPeriod(month, -1)
  const opening = { period: before, takenOn: endedOn, valueLitres: openingLitres, isRollover: false }
  return [
    ...readings.filter((reading) => reading.period >= month && reading.takenOn >= endedOn),
    opening,
    ...readings.filter((reading) => reading.period < before),
  ]
}
