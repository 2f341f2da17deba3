import { dueDate, nextWorkingDay } from '@rodnik/domain/billing/due-date'
import { daysOfBills, workingCalendar } from '@rodnik/domain/reference/terms'
import type { Tx } from '../../../platform/db.ts'
import { findReferenceRows } from '../../info/index.ts'

/** By which day the bill of a month is to be paid; null where no term, or no calendar of its year, is known. */
export async function dueDays(tx: Tx): Promise<(period: string) => string | null> {
  const found = await Promise.all([findReferenceRows(tx, 'due_day'), findReferenceRows(tx, 'calendar')])
  const rows = found.flat().map(({ row }) => row)
  const days = daysOfBills(rows, 'due_day')
  const { years, daysOff, workedWeekends } = workingCalendar(rows)
  return (period) => {
    const day = dueDate(period, days)
    const isKnown = day !== undefined && years.has(Number(day.slice(0, 4)))
    return isKnown ? nextWorkingDay(day, daysOff, workedWeekends) : null
  }
}
