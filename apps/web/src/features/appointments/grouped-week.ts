import type { DayHours, OfficeException, Week } from '@rodnik/contract/offices'
import { addDays } from '@rodnik/domain/calendar/days'

export type DaysAlike = { first: number; last: number; hours: DayHours | null }

const areAlike = (a: DayHours | null, b: DayHours | null) => JSON.stringify(a) === JSON.stringify(b)

/** Days in a row with the same hours, as a notice on a door says them: Mon–Thu, Fri, Sat–Sun. */
export function groupedWeek(week: Week): DaysAlike[] {
  return week.reduce<DaysAlike[]>((groups, hours, day) => {
    const before = groups.at(-1)
    if (!before || !areAlike(before.hours, hours)) return [...groups, { first: day, last: day, hours }]
    return [...groups.slice(0, -1), { ...before, last: day }]
  }, [])
}

export type ExceptionsAlike = { first: string; last: string; hours: DayHours | null }

/** Exceptions in a row with the same hours: 31 December to 6 January, closed. */
export function groupedExceptions(exceptions: readonly OfficeException[]): ExceptionsAlike[] {
  return exceptions.reduce<ExceptionsAlike[]>((groups, { day, hours }) => {
    const before = groups.at(-1)
    const goesOn = before && addDays(before.last, 1) === day && areAlike(before.hours, hours)
    if (!goesOn) return [...groups, { first: day, last: day, hours }]
    return [...groups.slice(0, -1), { ...before, last: day }]
  }, [])
}
