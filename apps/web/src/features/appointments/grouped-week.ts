import type { DayHours, Week } from '@rodnik/contract/offices'

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
