import { addDays, dayOfWeek } from '../calendar/days.ts'
import { minutesOf, wallClockAt, wallClockOf } from '../calendar/wall-clock.ts'
import { intersect, type Span, without } from './spans.ts'

/** Times of a day: 09:00. */
export type TimeSpan = { from: string; to: string }
/** When a door is open on a day, and the pauses in between. */
export type DayHours = TimeSpan & { breaks: readonly TimeSpan[] }
/** Monday first; null is a closed day. */
export type Week = readonly (DayHours | null)[]

export type OfficeCalendar = {
  timeZone: string
  week: Week
  /** Days unlike their weekday: closed, or open at other hours. They outweigh everything. */
  exceptions: readonly { day: string; hours: DayHours | null }[]
  /** Of the working calendar of the country. */
  daysOff: ReadonlySet<string>
  workedWeekends: ReadonlySet<string>
}

export type SpecialistHours = {
  /** Null: as the office. */
  week: Week | null
  /** From the first to the last day; a part of each day, or all of it. */
  absences: readonly { fromDay: string; toDay: string; part: TimeSpan | null }[]
}

const toSpan = ({ from, to }: TimeSpan): Span => ({ from: minutesOf(from), to: minutesOf(to) })

const spansOf = (hours: DayHours | null | undefined): Span[] =>
  hours ? without([toSpan(hours)], hours.breaks.map(toSpan)) : []

const WHOLE_DAY: Span = { from: 0, to: 24 * 60 }

/** A weekend day that the country works has its own hours, or else Monday's. */
function weekHoursOn(week: Week, day: string, workedWeekends: ReadonlySet<string>): DayHours | null {
  const own = week[dayOfWeek(day) - 1] ?? null
  return own === null && workedWeekends.has(day) ? (week[0] ?? null) : own
}

/** When the office is open on a day. */
export function openSpans(office: OfficeCalendar, day: string): Span[] {
  const exception = office.exceptions.find((other) => other.day === day)
  if (exception) return spansOf(exception.hours)
  if (office.daysOff.has(day)) return []
  return spansOf(weekHoursOn(office.week, day, office.workedWeekends))
}

/** When somebody can be seen at a post of the office on a day. */
export function servingSpans(office: OfficeCalendar, specialist: SpecialistHours, day: string): Span[] {
  const own = specialist.week
    ? spansOf(weekHoursOn(specialist.week, day, office.workedWeekends))
    : [WHOLE_DAY]
  const away = specialist.absences
    .filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay)
    .map(({ part }) => (part ? toSpan(part) : WHOLE_DAY))
  return without(intersect(openSpans(office, day), own), away)
}

export type Opening = {
  isOpen: boolean
  /** When it closes or opens next; null when it does not within a month. */
  changesAt: string | null
}

const LOOKED_AHEAD_DAYS = 31

/** Whether the door is open at an instant, and until or from when. */
export function openingAt(office: OfficeCalendar, now: string): Opening {
  const { day, minutes } = wallClockAt(now, office.timeZone)
  const current = openSpans(office, day).find(({ from, to }) => from <= minutes && minutes < to)
  if (current) return { isOpen: true, changesAt: wallClockOf(day, office.timeZone)(current.to) }
  for (let ahead = 0; ahead <= LOOKED_AHEAD_DAYS; ahead++) {
    const later = addDays(day, ahead)
    const next = openSpans(office, later).find(({ from }) => ahead > 0 || from > minutes)
    if (next) return { isOpen: false, changesAt: wallClockOf(later, office.timeZone)(next.from) }
  }
  return { isOpen: false, changesAt: null }
}
