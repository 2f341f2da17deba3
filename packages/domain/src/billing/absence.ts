import { addDays, daysBetween } from '../calendar/days.ts'
import { derivedLitres } from './rounding.ts'

/** The days of leaving and returning; null while nobody has come back. */
export type Away = { leftOn: string; returnedOn: string | null }

/** Full days away: those of leaving and returning do not count (Rules 354, п. 90). */
export function fullDaysAway(away: { leftOn: string; returnedOn: string }): number {
  return Math.max(0, daysBetween(away.leftOn, away.returnedOn) - 1)
}

/**
 * Full days away within a month, first and last day included, or none: the whole absence has to be longer than so
 * many full days in a row — five (Rules 354, п. 86), of which the months before and after count too.
 */
export function countedDaysAway(
  away: Away,
  month: { firstDay: string; lastDay: string },
  longerThanDays: number,
): number {
  const returnedOn = away.returnedOn ?? addDays(month.lastDay, 1)
  if (fullDaysAway({ leftOn: away.leftOn, returnedOn }) <= longerThanDays) return 0
  const from = addDays(away.leftOn, 1)
  const to = addDays(returnedOn, -1)
  const first = from > month.firstDay ? from : month.firstDay
  const last = to < month.lastDay ? to : month.lastDay
  return Math.max(0, daysBetween(first, last) + 1)
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
