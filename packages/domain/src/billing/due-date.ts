import { addDays, dayOfWeek, shiftPeriod } from '../calendar/days.ts'

/** From the bill of this period on, the money is due on this day of the next month. */
export type DueDay = { fromPeriod: string; dayOfMonth: number }

const FRIDAY = 5

/**
 * When the bill of a period is due: the 10th of the next month until the bill of February 2026, the 15th since
 * (ЖК ст. 155 ч. 1 as amended by 177-ФЗ of 24.06.2025). Undefined where the data begin later.
 */
export function dueDate(period: string, days: readonly DueDay[]): string | undefined {
  const valid = days
    .filter((day) => day.fromPeriod <= period)
    .toSorted((a, b) => (a.fromPeriod < b.fromPeriod ? -1 : 1))
    .at(-1)
  return valid && `${shiftPeriod(period, 1)}-${String(valid.dayOfMonth).padStart(2, '0')}`
}

/**
 * A term that ends on a day off ends on the next working day (ГК ст. 193). `workedWeekends` are the Saturdays and
 * Sundays that the government made working days.
 */
export function nextWorkingDay(
  day: string,
  holidays: ReadonlySet<string>,
  workedWeekends: ReadonlySet<string> = new Set(),
): string {
  const isOff = (some: string) =>
    holidays.has(some) || (dayOfWeek(some) > FRIDAY && !workedWeekends.has(some))
  let working = day
  while (isOff(working)) working = addDays(working, 1)
  return working
}
