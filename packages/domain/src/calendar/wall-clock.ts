// What the clock on an office's wall shows, as the instants it means. An instant is ISO 8601 in UTC with
// milliseconds, as `Date#toISOString` writes it, so that instants compare as text.

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

// Building a formatter costs far more than using it.
const formatters = new Map<string, Intl.DateTimeFormat>()

/** 09:30 → 570. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** 570 → 09:30; 1440 is 24:00, the end of a day. */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const addMinutes = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString()

/** Whole minutes from the first instant to the second; negative when the second is earlier. */
export const minutesBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE_MS)

/** Any way of writing an instant, in the one that compares as text. */
export const sameInstant = (instant: string): string => new Date(instant).toISOString()

/** Day and minutes that the clock of a zone shows at an instant. */
export function wallClockAt(instant: string, timeZone: string): { day: string; minutes: number } {
  const shown = new Date(shownAsUtc(Date.parse(instant), timeZone)).toISOString()
  return { day: shown.slice(0, 10), minutes: minutesOf(shown.slice(11, 16)) }
}

/**
 * The instants of a day's minutes in a zone (IANA). Null for a minute that the clock leaps over; where it is set
 * back, the first of both.
 */
export function wallClockOf(day: string, timeZone: string): (minutes: number) => string | null {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // No zone changes its clock twice within three days: whatever holds on this day holds on one of these.
  const before = offsetAt(midnight - DAY_MS, timeZone)
  const after = offsetAt(midnight + 2 * DAY_MS, timeZone)
  return (minutes) => {
    const shown = midnight + minutes * MINUTE_MS
    if (before === after) return new Date(shown - before).toISOString()
    const meant = [shown - before, shown - after].filter((at) => shownAsUtc(at, timeZone) === shown)
    return meant.length > 0 ? new Date(Math.min(...meant)).toISOString() : null
  }
}

const offsetAt = (at: number, timeZone: string): number => shownAsUtc(at, timeZone) - at

/** What the clock shows, read as if it were a clock of UTC. */
function shownAsUtc(at: number, timeZone: string): number {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const part = (type: string) => Number(parts.get(type as Intl.DateTimeFormatPartTypes))
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timeZone, formatter)
  return formatter
}
