import { addDays } from '../calendar/days.ts'
import { addMinutes, wallClockAt, wallClockOf } from '../calendar/wall-clock.ts'
import { type OfficeCalendar, type SpecialistHours, servingSpans } from './opening-hours.ts'

/** A post of an office: whoever sits there sees as many people at once as it has seats. */
export type Post = SpecialistHours & { seats: number }
/** How long a topic takes, and how long the post rests afterwards. */
export type TopicLength = { minutes: number; bufferMinutes: number }
/** What a seat is taken by: instants, the end includes the rest. */
export type Taken = { seat: number; startsAt: string; busyUntil: string }
export type Slot = { startsAt: string; endsAt: string; seats: number[] }

export type BookingRules = {
  /** So long before its start a time can be taken at the latest. */
  noticeMinutes: number
  /** So many days ahead, today being none of them. */
  horizonDays: number
}

export type Wanted = {
  office: OfficeCalendar
  post: Post
  topic: TopicLength
  taken: readonly Taken[]
  rules: BookingRules
  /** Instant, of the database's clock. */
  now: string
}

/** The days, by the office's clock, on which a time can be taken at an instant. */
export function bookableDays(
  { timeZone }: Pick<OfficeCalendar, 'timeZone'>,
  { horizonDays }: BookingRules,
  now: string,
) {
  const { day: firstDay } = wallClockAt(now, timeZone)
  return { firstDay, lastDay: addDays(firstDay, horizonDays) }
}

/**
 * The times of a day that can be taken at a post, in order. A post's times stand on a grid from the start of each
 * stretch of work, so that a time which somebody looks at does not move when another one is taken.
 */
export function freeSlots(wanted: Wanted, day: string): Slot[] {
  const { office, post, rules, now } = wanted
  const { firstDay, lastDay } = bookableDays(office, rules, now)
  if (day < firstDay || day > lastDay) return []
  const earliest = addMinutes(now, rules.noticeMinutes)
  return plannedSlots(office, post, wanted.topic, day)
    .filter(({ startsAt }) => startsAt >= earliest)
    .flatMap((slot) => {
      const seats = freeSeats(wanted, slot)
      return seats.length > 0 ? [{ ...slot, seats }] : []
    })
}

/** All times that the hours of a post have for a topic on a day, taken or not. */
export function plannedSlots(
  office: OfficeCalendar,
  post: SpecialistHours,
  { minutes, bufferMinutes }: TopicLength,
  day: string,
): Span[] {
  const instantOf = wallClockOf(day, office.timeZone)
  const onTheGrid = servingSpans(office, post, day).flatMap(({ from, to }) => {
    const count = Math.max(0, Math.floor((to - from - minutes) / (minutes + bufferMinutes)) + 1)
    return Array.from({ length: count }, (_, i) => from + i * (minutes + bufferMinutes)).flatMap((start) => {
      const startsAt = instantOf(start)
      // Where clocks change meanwhile, the wall would show another end than the person was promised.
      if (startsAt === null || addMinutes(startsAt, minutes) !== instantOf(start + minutes)) return []
      return [{ startsAt, endsAt: addMinutes(startsAt, minutes) }]
    })
  })
  return withoutBrokenRests(onTheGrid, bufferMinutes)
}

type Span = { startsAt: string; endsAt: string }

/** A pause may be shorter than the rest, and a change of clocks may swallow one: what begins in it falls away. */
function withoutBrokenRests(slots: readonly Span[], bufferMinutes: number): Span[] {
  const kept: Span[] = []
  for (const slot of slots) {
    const before = kept.at(-1)
    if (before === undefined || addMinutes(before.endsAt, bufferMinutes) <= slot.startsAt) kept.push(slot)
  }
  return kept
}

function freeSeats({ post, topic, taken }: Wanted, slot: { startsAt: string; endsAt: string }): number[] {
  const busyUntil = addMinutes(slot.endsAt, topic.bufferMinutes)
  const isFree = (seat: number) =>
    !taken.some(
      (other) => other.seat === seat && other.startsAt < busyUntil && slot.startsAt < other.busyUntil,
    )
  return Array.from({ length: post.seats }, (_, i) => i + 1).filter(isFree)
}

/** Whether the hours of a post have room for an appointment as it stands: all of it, but for the rest afterwards. */
export function isWithinHours(
  office: OfficeCalendar,
  post: Post,
  { seat, startsAt, endsAt }: { seat: number; startsAt: string; endsAt: string },
): boolean {
  const start = wallClockAt(startsAt, office.timeZone)
  const end = wallClockAt(endsAt, office.timeZone)
  const to = end.day === start.day ? end.minutes : 24 * 60
  const spans = servingSpans(office, post, start.day)
  return seat <= post.seats && spans.some((span) => span.from <= start.minutes && to <= span.to)
}
