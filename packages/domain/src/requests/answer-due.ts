import type { RequestDeadline } from '@rodnik/contract/request-kinds/kind'
import { nextWorkingDay } from '../billing/due-date.ts'
import { addDays } from '../calendar/days.ts'

export type WorkingCalendar = { daysOff: ReadonlySet<string>; workedWeekends: ReadonlySet<string> }

/**
 * The last day for an answer. A term begins on the day after filing (ГК ст. 191); one of calendar days that ends on
 * a day off ends on the next working day (ст. 193).
 */
export function answerDue(filedOn: string, { days, of }: RequestDeadline, calendar: WorkingCalendar): string {
  const working = (day: string) => nextWorkingDay(day, calendar.daysOff, calendar.workedWeekends)
  if (of === 'calendar') return working(addDays(filedOn, days))
  let due = filedOn
  for (let left = days; left > 0; left--) due = working(addDays(due, 1))
  return due
}
