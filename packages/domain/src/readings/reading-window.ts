import type { ReadingWindow } from '@rodnik/contract/cabinet'
import { lastDayOfMonth, periodOf } from '../calendar/days.ts'

/**
 * The window of the month of `today`: readings count for a month when they come not later than its
 * 25th by default (Rules 354, п. 31 «ж»). Days past the end of a short month mean its last day.
 */
export function readingWindow(days: { firstDay: number; lastDay: number }, today: string): ReadingWindow {
  const period = periodOf(today)
  const endOfMonth = lastDayOfMonth(period)
  const dayOfMonth = (day: number) => {
    const date = `${period}-${String(day).padStart(2, '0')}`
    return date < endOfMonth ? date : endOfMonth
  }
  const opensOn = dayOfMonth(days.firstDay)
  const closesOn = dayOfMonth(days.lastDay)
  return { period, opensOn, closesOn, isOpen: opensOn <= today && today <= closesOn }
}
