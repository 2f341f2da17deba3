import type { PenaltyPayer, ReferenceRow } from '@rodnik/contract/reference'
import { type DueDay, dueDate, nextWorkingDay } from '../billing/due-date.ts'
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
      // A row without a limit says from when it is not known: nothing is guessed there.
      capRates: dated(ofKind(rows, 'penalty_cap')).filter(({ basisPoints }) => basisPoints !== null),
    }
  )
}

const dueDay = ({ validFrom, dayOfMonth }: { validFrom: string; dayOfMonth: number }): DueDay => ({
  fromPeriod: validFrom.slice(0, 7),
  dayOfMonth,
})

/** By which day of the next month a bill is out. */
export const billDays = (rows: readonly ReferenceRow[]): DueDay[] => ofKind(rows, 'bill_day').map(dueDay)

/** By which day the bill of a month is to be paid. */
export type DueOn = (period: string, consumerGroup: string) => string | null

/** The term of each group, moved off days off; null where no term, or no calendar of its year, is known. */
export function dueOnBy(rows: readonly ReferenceRow[]): DueOn {
  const days = Map.groupBy(ofKind(rows, 'due_day'), ({ consumerGroup }) => consumerGroup)
  const { years, daysOff, workedWeekends } = workingCalendar(rows)
  return (period, consumerGroup) => {
    const day = dueDate(period, (days.get(consumerGroup) ?? []).map(dueDay))
    const isKnown = day !== undefined && years.has(Number(day.slice(0, 4)))
    return isKnown ? nextWorkingDay(day, daysOff, workedWeekends) : null
  }
}

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
