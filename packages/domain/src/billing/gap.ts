import type { NormPart, OutageReason, VolumePart } from '@rodnik/contract/volume-parts'
import { addDays } from '../calendar/days.ts'
import type { AverageRules } from './average.ts'
import type { BilledMeter } from './charge-facts.ts'
import type { LegalRules } from './legal-volume.ts'
import { missedMethod } from './missed-month.ts'
import { commonSpan, type DaySpan, type MonthFrame, spanDays } from './month-frame.ts'
import { wholePart } from './part-litres.ts'

/** Days that no meter tells of and no average fills: a method of the whole service takes them. */
export type Uncovered = DaySpan & { because: NormPart['because']; hasCoefficient: boolean }
export type Filled = { parts: VolumePart[]; uncovered: Uncovered[] }

/** Fills the days on which a meter does not count; `since` is the day of the event if it is known. */
export type FillGap = (
  meter: BilledMeter,
  reason: OutageReason,
  days: DaySpan,
  since: string | null,
) => Filled

/** A dwelling: the average for three months in a row, then the norm (Rules 354, п. 59, 59(2), 60). */
export function residentGap(frame: MonthFrame, rules: AverageRules): FillGap {
  return (meter, reason, days) => {
    const number = monthInARow(meter, reason)
    const { historyLitres } = meter
    const chosen = missedMethod({ reason, number, historyLitres }, rules)
    if (chosen.method === 'norm') {
      const { because, hasCoefficient } = chosen
      return { parts: [], uncovered: [{ from: days.from, to: days.to, because, hasCoefficient }] }
    }
    const part = wholePart({
      method: 'average',
      meterId: meter.id,
      because: reason,
      missedMonth: number,
      historyLitres: historyLitres.slice(-rules.historyMonths),
      days: spanDays(days),
      monthDays: frame.days,
      from: days.from,
      to: days.to,
    })
    return { parts: [part], uncovered: [] }
  }
}

/** Each reason is counted by itself: п. 59 names them apart. */
function monthInARow({ missed }: BilledMeter, reason: OutageReason): number {
  return missed?.reason === reason ? missed.months + 1 : 1
}

/**
 * An organisation: the daily average of its last year for 60 days after the event, or for six months in which no
 * reading came; then the pipe or the guaranteed volume (Rules 776, п. 14, 16–18).
 */
export function legalGap(rules: LegalRules): FillGap {
  return (meter, reason, days, since) => {
    const last = lastAverageDay(meter, reason, since, rules)
    const byAverage = meter.year ? commonSpan(days, { from: days.from, to: last ?? days.to }) : undefined
    const rest = byAverage ? { from: addDays(byAverage.to, 1), to: days.to } : days
    const parts = byAverage && meter.year ? [dailyAverage(meter.id, meter.year, reason, byAverage)] : []
    const uncovered =
      rest.from <= rest.to ? [{ from: rest.from, to: rest.to, because: reason, hasCoefficient: false }] : []
    return { parts, uncovered }
  }
}

/** The last day that the average may be charged for; null is no end in this month, '' none at all. */
function lastAverageDay(
  meter: BilledMeter,
  reason: OutageReason,
  since: string | null,
  rules: LegalRules,
): string | null {
  if (since !== null) return addDays(since, rules.averageDays - 1)
  return monthInARow(meter, reason) <= rules.silentMonths ? null : ''
}

function dailyAverage(
  meterId: string,
  year: { litres: number; days: number },
  because: OutageReason,
  days: DaySpan,
): VolumePart {
  return wholePart({
    method: 'daily_average',
    meterId,
    because,
    yearLitres: year.litres,
    yearDays: year.days,
    days: spanDays(days),
    ...days,
  })
}
