import type { FreeTime } from '@rodnik/contract/free-time'
import type { DayToTake } from '@rodnik/contract/offices'
import { bookableDays, freeSlots, plannedSlots, type Slot } from '@rodnik/domain/appointments/free-slots'
import { nearestSlots } from '@rodnik/domain/appointments/nearest-slots'
import type { OfficeCalendar } from '@rodnik/domain/appointments/opening-hours'
import { addDays } from '@rodnik/domain/calendar/days'
import { wallClockAt } from '@rodnik/domain/calendar/wall-clock'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { type CalendarFacts, calendarFacts, calendarOf } from './calendar-facts.service.ts'
import {
  findOffices,
  findPosts,
  findTopics,
  type StoredOffice,
  type StoredPost,
  type StoredTopic,
} from './offices.repo.ts'
import { findTaken, type TakenAtPost } from './taken.repo.ts'

export type PlaceAsked = { officeId: string; topicId: string; specialistId?: string | null | undefined }

/** Where an appointment is looked for: the posts of an office that see people about a topic. */
export type Place = {
  office: StoredOffice
  topic: StoredTopic
  posts: StoredPost[]
  calendar: OfficeCalendar
  facts: CalendarFacts
}

/** @throws not_found, appointment_topic_off */
export async function findPlace(tx: Tx, { officeId, topicId, specialistId }: PlaceAsked): Promise<Place> {
  const [facts, [office], posts, [topic]] = await Promise.all([
    calendarFacts(tx),
    findOffices(tx, officeId),
    findPosts(tx, officeId),
    findTopics(tx, topicId),
  ])
  if (!office?.isActive || !topic) throw new AppError('not_found')
  const serving = posts.filter(
    (post) => post.isActive && post.topicIds.includes(topicId) && (!specialistId || post.id === specialistId),
  )
  if (!topic.isActive || serving.length === 0) throw new AppError('appointment_topic_off')
  return { office, topic, posts: serving, calendar: calendarOf(office, facts), facts }
}

type FreeAtPost = Slot & { post: StoredPost }

/** The free times of a day at all posts of the place, in order; one time may be free at several. */
export function freeAtPosts(place: Place, taken: readonly TakenAtPost[], day: string): FreeAtPost[] {
  const { calendar, topic, posts, facts } = place
  return posts
    .flatMap((post) =>
      freeSlots(
        {
          office: calendar,
          post,
          topic,
          rules: facts.rules,
          now: facts.now,
          taken: taken.filter(({ specialistId }) => specialistId === post.id),
        },
        day,
      ).map((slot) => ({ ...slot, post })),
    )
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}

const timesOf = (slots: readonly FreeAtPost[]): FreeTime[] => [
  ...new Map(slots.map(({ startsAt, endsAt }) => [startsAt, { startsAt, endsAt }])).values(),
]

/** @throws not_found, appointment_topic_off */
export async function freeTimes(
  { db }: Pick<Deps, 'db'>,
  asked: PlaceAsked,
  day: string,
): Promise<FreeTime[]> {
  const place = await findPlace(db, asked)
  if (!isBookable(place, day)) return []
  const taken = await findTaken(db, { officeId: asked.officeId, firstDay: day, lastDay: day })
  return timesOf(freeAtPosts(place, taken, day))
}

const bookable = ({ calendar, facts }: Place) => bookableDays(calendar, facts.rules, facts.now)

export function isBookable(place: Place, day: string): boolean {
  const { firstDay, lastDay } = bookable(place)
  return firstDay <= day && day <= lastDay
}

function daysFrom(firstDay: string, lastDay: string): string[] {
  const days: string[] = []
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) days.push(day)
  return days
}

/** The days of a month that can be taken. @throws not_found, appointment_topic_off */
export async function freeDays(
  { db }: Pick<Deps, 'db'>,
  asked: PlaceAsked,
  period: string,
): Promise<{ firstDay: string; lastDay: string; days: DayToTake[] }> {
  const place = await findPlace(db, asked)
  const { firstDay, lastDay } = bookable(place)
  const days = daysFrom(firstDay, lastDay).filter((day) => day.startsWith(period))
  const taken = await findTaken(db, { officeId: asked.officeId, firstDay, lastDay })
  const { calendar, posts, topic } = place
  return {
    firstDay,
    lastDay,
    days: days.map((day) => ({
      day,
      free: timesOf(freeAtPosts(place, taken, day)).length,
      isClosed: posts.every((post) => plannedSlots(calendar, post, topic, day).length === 0),
    })),
  }
}

const inOrder = (a: string, b: string) => a.localeCompare(b)

const NEAREST = 6
const [DAYS_BEFORE, DAYS_AFTER] = [3, 10]

/** The free times nearest to one that is not. */
export async function nearestFree(tx: Tx, place: Place, startsAt: string): Promise<FreeTime[]> {
  const bounds = bookable(place)
  const inside = (day: string) => [bounds.firstDay, day, bounds.lastDay].toSorted(inOrder)[1] ?? day
  const day = inside(wallClockAt(startsAt, place.office.timeZone).day)
  const [firstDay, lastDay] = [inside(addDays(day, -DAYS_BEFORE)), inside(addDays(day, DAYS_AFTER))]
  const taken = await findTaken(tx, { officeId: place.office.id, firstDay, lastDay })
  const free = daysFrom(firstDay, lastDay).flatMap((each) => timesOf(freeAtPosts(place, taken, each)))
  return nearestSlots(free, startsAt, NEAREST)
}
