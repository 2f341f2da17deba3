import { lastDayOfMonth } from '../calendar/days.ts'

/** The days of a period. */
export type MonthFrame = { period: string; firstDay: string; lastDay: string; days: number }
/** Days of one month, both included. */
export type DaySpan = { from: string; to: string }

export function monthFrame(period: string): MonthFrame {
  const lastDay = lastDayOfMonth(period)
  return { period, firstDay: `${period}-01`, lastDay, days: dayOfMonth(lastDay) }
}

const ZERO = 48

/** 2026-11-23 → 23; spans within a month need no calendar. */
function dayOfMonth(day: string): number {
  return (day.charCodeAt(8) - ZERO) * 10 + day.charCodeAt(9) - ZERO
}

export function spanDays({ from, to }: DaySpan): number {
  return dayOfMonth(to) - dayOfMonth(from) + 1
}

export const laterDay = (a: string, b: string): string => (a > b ? a : b)
export const earlierDay = (a: string, b: string): string => (a < b ? a : b)

/** What two spans share; undefined when nothing. */
export function commonSpan(a: DaySpan, b: DaySpan): DaySpan | undefined {
  const from = laterDay(a.from, b.from)
  const to = earlierDay(a.to, b.to)
  return from <= to ? { from, to } : undefined
}

export function commonDays(a: DaySpan, b: DaySpan): number {
  const common = commonSpan(a, b)
  return common ? spanDays(common) : 0
}
