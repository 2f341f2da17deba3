import { timeOf, wallClockAt, wallClockOf } from '@rodnik/domain/calendar/wall-clock'

const TYPED = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/

/** What a field of date and time says, by the clock of the city, as an instant; null: it says no moment. */
export function instantOf(typed: string, timeZone: string): string | null {
  const [, day, hours, minutes] = TYPED.exec(typed) ?? []
  if (!day) return null
  return wallClockOf(day, timeZone)(Number(hours) * 60 + Number(minutes))
}

/** An instant as a field of date and time shows it, by the clock of the city. */
export function typedMoment(instant: string, timeZone: string): string {
  const { day, minutes } = wallClockAt(instant, timeZone)
  return `${day}T${timeOf(minutes)}`
}
