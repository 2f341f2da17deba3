import type { OutageReason } from '@rodnik/contract/volume-parts'
import { addDays } from '../calendar/days.ts'
import type { BilledMeter } from './charge-facts.ts'
import { type DaySpan, laterDay, type MonthFrame } from './month-frame.ts'

/** Days of the month on which a meter that should count does not. */
export type Outage = DaySpan & {
  reason: OutageReason
  /** The day of the event, perhaps in an earlier month; null when only the months are known. */
  since: string | null
}

/**
 * From the event to the end of the month, or to the day before another meter came: the verification has run out
 * (its last day is still good), the meter failed or was taken away, access was refused (Rules 354, п. 59 «а», «в»,
 * п. 81(12)). The earliest event counts.
 */
export function outageOf(
  meter: BilledMeter,
  month: MonthFrame,
  successorOn: string | undefined,
): Outage | undefined {
  const event = earliestEvent(meter, month)
  const wasOut = meter.missed !== null && meter.missed.reason !== 'no_reading'
  if (!event) return wasOut ? stillOut(meter, month) : undefined
  const to = successorOn === undefined ? month.lastDay : addDays(successorOn, -1)
  // Out before the month already: it has not begun to count again.
  const from = wasOut ? month.firstDay : laterDay(event.since, month.firstDay)
  return { ...event, from, to }
}

type Event = { reason: OutageReason; since: string }

function earliestEvent(meter: BilledMeter, month: MonthFrame): Event | undefined {
  const { verificationDueOn, failedOn, refusedAccessOn, removedOn } = meter
  let first: Event | undefined
  const happened = (reason: OutageReason, since: string) => {
    if (since <= month.lastDay && (!first || since < first.since)) first = { reason, since }
  }
  if (verificationDueOn !== null && verificationDueOn < month.lastDay) {
    happened('expired', addDays(verificationDueOn, 1))
  }
  if (failedOn !== null) happened('failed', failedOn)
  if (refusedAccessOn !== null) happened('refused_access', refusedAccessOn)
  if (removedOn !== null && removedOn < month.lastDay) happened('failed', addDays(removedOn, 1))
  return first
}

/** Sound again by its papers: it counts from its first reading on, and not before there is one. */
function stillOut({ missed, readings }: BilledMeter, month: MonthFrame): Outage | undefined {
  if (!missed) return undefined
  const [first] = readings
  const to = first ? addDays(first.takenOn, -1) : month.lastDay
  return { reason: missed.reason, since: null, from: month.firstDay, to }
}

/** Whether the meter counts again within the month, so that its first reading opens a new count. */
export function isResumed(meter: BilledMeter, outage: Outage): boolean {
  return outage.since === null && meter.readings.length > 0
}
