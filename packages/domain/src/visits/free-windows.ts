import { type ArrivalWindow } from '@rodnik/contract/arrival-window'
import type { ReferenceRowOf } from '@rodnik/contract/reference'
import { WEEKDAYS } from '@rodnik/contract/visit-rules'
import { addDays, dayOfWeek, daysBetween } from '../calendar/days.ts'
import { inForceOn } from '../reference/validity.ts'
import type { WorkingCalendar } from '../requests/answer-due.ts'
import { minutesOf } from './time-of-day.ts'

/** A day unlike its weekday: for one window or all of them, with so many places. */
export type VisitException = { day: string; from: string | null; places: number }
export type TakenPlace = { day: string; from: string; place: number }
/** A moment by the wall clock of the city. */
export type LocalMoment = { day: string; time: string }

export type VisitSchedule = {
  /** Of one district. */
  capacity: readonly ReferenceRowOf<'visit_capacity'>[]
  exceptions: readonly VisitException[]
  calendar: WorkingCalendar
  taken: readonly TakenPlace[]
  rules: { noticeHours: number; horizonDays: number }
  now: LocalMoment
  /** We did not come last time: the reserved places are for them too. */
  isPriority: boolean
}

/** A window with the numbers of its places that are free, the lowest first. */
export type FreeWindow = ArrivalWindow & { places: number[] }

const MONDAY = 1

/** The windows of a day that can be chosen now. */
export function freeOnDay(schedule: VisitSchedule, day: string): FreeWindow[] {
  return windowsOf(schedule, day)
    .filter((window) => isInTime(schedule, window))
    .map((window) => ({
      day,
      from: window.from,
      to: window.to,
      places: freePlaces(schedule, window),
    }))
    .filter(({ places }) => places.length > 0)
}

/** All windows that can be chosen now, the earliest first. */
export function freeWindows(schedule: VisitSchedule): FreeWindow[] {
  const days = Array.from({ length: schedule.rules.horizonDays + 1 }, (_, i) => addDays(schedule.now.day, i))
  return days.flatMap((day) => freeOnDay(schedule, day))
}

type DayWindow = ArrivalWindow & { total: number; reserved: number }

function windowsOf({ capacity, exceptions, calendar }: VisitSchedule, day: string): DayWindow[] {
  const weekday = workedAs(calendar, day)
  return [...Map.groupBy(capacity, ({ window }) => window).values()]
    .flatMap((rows) => inForceOn(rows, day) ?? [])
    .map((row) => {
      const [from, to] = [row.window.slice(0, 5), row.window.slice(6)]
      const usual = weekday === null ? 0 : row[WEEKDAYS[weekday - 1] ?? 'sunday']
      return { day, from, to, total: exceptionFor(exceptions, day, from) ?? usual, reserved: row.reserved }
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** 1 is Monday; null: nobody works. */
function workedAs({ daysOff, workedWeekends }: WorkingCalendar, day: string): number | null {
  if (workedWeekends.has(day)) return MONDAY
  return daysOff.has(day) ? null : dayOfWeek(day)
}

/** What is said of one window goes before what is said of the day. */
function exceptionFor(exceptions: readonly VisitException[], day: string, from: string): number | undefined {
  const ofDay = exceptions.filter((exception) => exception.day === day)
  const own = ofDay.find((exception) => exception.from === from)
  return (own ?? ofDay.find((exception) => exception.from === null))?.places
}

function isInTime({ now, rules }: VisitSchedule, { day, from }: ArrivalWindow): boolean {
  const daysAhead = daysBetween(now.day, day)
  if (daysAhead < 0 || daysAhead > rules.horizonDays) return false
  return minutesUntil(now, { day, time: from }) >= rules.noticeHours * 60
}

function freePlaces({ taken, isPriority }: VisitSchedule, window: DayWindow): number[] {
  const open = isPriority ? window.total : Math.max(0, window.total - window.reserved)
  const gone = new Set(
    taken.filter(({ day, from }) => day === window.day && from === window.from).map(({ place }) => place),
  )
  return Array.from({ length: open }, (_, i) => i + 1).filter((place) => !gone.has(place))
}

/** By the wall clock of the city, which has not been put back or forward since 2016. */
export function minutesUntil(now: LocalMoment, then: LocalMoment): number {
  return daysBetween(now.day, then.day) * 1440 + minutesOf(then.time) - minutesOf(now.time)
}

/** Of the windows those nearest to the one wished for, in the order of time. */
export function nearestWindows<W extends ArrivalWindow>(
  windows: readonly W[],
  wished: { day: string; from: string },
  most: number,
): W[] {
  const distance = ({ day, from }: W) =>
    Math.abs(minutesUntil({ day: wished.day, time: wished.from }, { day, time: from }))
  const nearest = windows.toSorted((a, b) => distance(a) - distance(b)).slice(0, most)
  return nearest.toSorted((a, b) => (`${a.day} ${a.from}` < `${b.day} ${b.from}` ? -1 : 1))
}
