// Days are ISO strings (2026-11-23) and months are periods (2026-11): both compare as text, and no
// local time zone can move them.

const MILLISECONDS_PER_DAY = 86_400_000

const atMidnight = (day: string) => Date.parse(`${day}T00:00:00Z`)
const toDay = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10)

/** The day n days later, or earlier when n is negative. */
export function addDays(day: string, n: number): string {
  return toDay(atMidnight(day) + n * MILLISECONDS_PER_DAY)
}

/** Whole days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return (atMidnight(to) - atMidnight(from)) / MILLISECONDS_PER_DAY
}

/** 2026-11-23 → 2026-11. */
export function periodOf(day: string): string {
  return day.slice(0, 7)
}

/** 2028-02 → 2028-02-29. */
export function lastDayOfMonth(period: string): string {
  return addDays(`${shiftPeriod(period, 1)}-01`, -1)
}

/** The month so many months later, or earlier when months is negative. */
export function shiftPeriod(period: string, months: number): string {
  const index = monthIndex(period) + months
  const year = String(Math.floor(index / 12)).padStart(4, '0')
  const month = String((index % 12) + 1).padStart(2, '0')
  return `${year}-${month}`
}

/** Whole months from the first period to the second; negative when the second is earlier. */
export function monthsBetween(from: string, to: string): number {
  return monthIndex(to) - monthIndex(from)
}

function monthIndex(period: string): number {
  return Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1
}

/** 1 is Monday, 7 is Sunday. */
export function dayOfWeek(day: string): number {
  return new Date(atMidnight(day)).getUTCDay() || 7
}
