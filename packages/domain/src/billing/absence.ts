import { addDays, daysBetween } from '../calendar/days.ts'
import { commonSpan, type DaySpan } from './month-frame.ts'
import { derivedLitres } from './rounding.ts'

/** The days of leaving and returning; null while nobody has come back. */
export type Away = { leftOn: string; returnedOn: string | null }

/** Full days away: those of leaving and returning do not count (Rules 354, п. 90). */
export function fullDaysAway(away: { leftOn: string; returnedOn: string }): number {
  return Math.max(0, daysBetween(away.leftOn, away.returnedOn) - 1)
}

/**
 * The full days away within a month, if they count: the whole absence has to be longer than so many full days in a
 * row — five (Rules 354, п. 86) —, of which the months before and after count too.
 */
export function daysAwayWithin(
  away: Away,
  month: { firstDay: string; lastDay: string },
  longerThanDays: number,
): DaySpan | undefined {
  const returnedOn = away.returnedOn ?? addDays(month.lastDay, 1)
  if (fullDaysAway({ leftOn: away.leftOn, returnedOn }) <= longerThanDays) return undefined
  const days = { from: addDays(away.leftOn, 1), to: addDays(returnedOn, -1) }
  return commonSpan(days, { from: month.firstDay, to: month.lastDay })
}

/**
 * What the absence takes off the norm, litres: norm × absent persons × days ÷ days of the month (Rules 354,
 * п. 91). Only where a meter is technically impossible; wastewater follows the water (п. 86–87).
 */
export function absenceVolume(absence: {
  normLitres: number
  personDays: number
  monthDays: number
}): number {
  return derivedLitres(absence.normLitres, absence.personDays, absence.monthDays)
}
