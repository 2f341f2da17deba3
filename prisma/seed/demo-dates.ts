import { lastDayOfMonth, shiftPeriod } from '@rodnik/domain/calendar/days'
import type { DemoCalendar } from './demo-files.ts'

const MONTHS_OF_READINGS = 14

/** The same day of another year; 29 February becomes the 28th. */
export function addYears(day: string, years: number): string {
  const period = shiftPeriod(day.slice(0, 7), years * 12)
  const wanted = `${period}-${day.slice(8)}`
  const last = lastDayOfMonth(period)
  return wanted < last ? wanted : last
}

/** The fourteen months before the one that today is in. */
export function demoCalendar(today: string): DemoCalendar {
  const thisPeriod = today.slice(0, 7)
  const periods = Array.from({ length: MONTHS_OF_READINGS }, (_, i) =>
    shiftPeriod(thisPeriod, i - MONTHS_OF_READINGS),
  )
  return { today, lastPeriod: shiftPeriod(thisPeriod, -1), periods }
}
