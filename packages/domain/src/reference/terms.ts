import type { PenaltyPayer, ReferenceRow } from '@rodnik/contract/reference'
import type { DueDay } from '../billing/due-date.ts'
import type { PenaltyRules } from '../billing/penalty.ts'
import { dated, inForceOn, ofKind } from './validity.ts'

/** How a day late costs a payer; the steps are those of the day of counting. Undefined where no steps are known. */
export function penaltyRules(
  rows: readonly ReferenceRow[],
  payer: PenaltyPayer,
  day: string,
): PenaltyRules | undefined {
  const steps = ofKind(rows, 'penalty_steps').filter((row) => row.payer === payer)
  const valid = inForceOn(steps, day)
  return (
    valid && {
      steps: valid.steps,
      keyRates: ofKind(rows, 'key_rate'),
      capRates: dated(ofKind(rows, 'penalty_cap')),
    }
  )
}

/** By which day of the next month a bill is due, or out. */
export const daysOfBills = (rows: readonly ReferenceRow[], kind: 'due_day' | 'bill_day'): DueDay[] =>
  ofKind(rows, kind).map(({ validFrom, dayOfMonth }) => ({ fromPeriod: validFrom.slice(0, 7), dayOfMonth }))

/** Days off beside weekends, and weekend days that are worked; of each year the newest calendar counts. */
export function workingCalendar(rows: readonly ReferenceRow[]) {
  const years = Map.groupBy(ofKind(rows, 'calendar'), ({ year }) => year)
  const newest = [...years.values()].flatMap((same) => inForceOn(same, '9999-12-31') ?? [])
  return {
    /** A term that reaches a year that is not here cannot be told. */
    years: new Set(years.keys()),
    daysOff: new Set(newest.flatMap((calendar) => calendar.daysOff)),
    workedWeekends: new Set(newest.flatMap((calendar) => calendar.workingDays)),
  }
}
