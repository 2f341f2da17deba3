import type { Queue, QueuedAppointment } from '@rodnik/contract/staff-appointments'
import { isWithinHours } from '@rodnik/domain/appointments/free-slots'
import type { OfficeCalendar } from '@rodnik/domain/appointments/opening-hours'
import { wallClockAt } from '@rodnik/domain/calendar/wall-clock'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { calendarFacts, calendarOf } from '../hours/calendar-facts.service.ts'
import { findOffices, findPosts, findTopics, type StoredPost } from '../hours/offices.repo.ts'
import { findAhead, findDay, findLate, findRow, type QueueRow } from './queue.repo.ts'

type Needed = Pick<Deps, 'db' | 'pool'>

export type Hours = { calendar: OfficeCalendar; isActive: boolean; posts: readonly StoredPost[] }

/** Whether the hours have no room for an appointment that is still to come. */
export function isOutside({ calendar, isActive, posts }: Hours, row: QueueRow): boolean {
  if (row.state !== 'booked') return false
  const post = posts.find(({ id }) => id === row.specialistId)
  const times = { seat: row.seat, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }
  return !isActive || !post?.isActive || !isWithinHours(calendar, post, times)
}

export function toQueued(row: QueueRow, isRowOutside: boolean): QueuedAppointment {
  const { seat: _seat, startsAt, endsAt, calledAt, ...rest } = row
  return {
    ...rest,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    calledAt: calledAt?.toISOString() ?? null,
    isOutside: isRowOutside,
  }
}

/** Those still expected whom the hours have no room for. */
export const outsideOf = async ({ pool }: Pick<Deps, 'pool'>, officeId: string, hours: Hours) =>
  (await findAhead(pool, officeId)).filter((row) => isOutside(hours, row)).map((row) => toQueued(row, true))

/** Who is expected in an office on a day; without a day, today. @throws not_found */
export async function showQueue(
  deps: Needed,
  { officeId, day: asked }: { officeId: string; day?: string | undefined },
): Promise<Queue> {
  const { db, pool } = deps
  const [facts, [office], posts, topics] = await Promise.all([
    calendarFacts(db),
    findOffices(db, officeId),
    findPosts(db, officeId),
    findTopics(db),
  ])
  if (!office) throw new AppError('not_found')
  const { timeZone, isActive, name } = office
  const { day: today } = wallClockAt(facts.now, timeZone)
  const day = asked ?? today
  const hours = { calendar: calendarOf(office, facts), isActive, posts }
  const [rows, late, outside] = await Promise.all([
    findDay(pool, { officeId, timeZone, day }),
    findLate(pool, { officeId, day }),
    outsideOf(deps, officeId, hours),
  ])
  const busy = new Set(rows.map(({ specialistId }) => specialistId))
  const served = new Set(posts.flatMap(({ topicIds }) => topicIds))
  return {
    office: { id: officeId, name, timeZone },
    day,
    today,
    now: facts.now,
    specialists: posts
      .filter((post) => post.isActive || busy.has(post.id))
      .map((post) => ({
        id: post.id,
        name: post.name,
        topicIds: post.topicIds,
        lateMinutes: late.get(post.id) ?? null,
      })),
    topics: topics
      .filter((topic) => topic.isActive && served.has(topic.id))
      .map(({ id, name: topicName }) => ({ id, name: topicName })),
    appointments: rows.map((row) => toQueued(row, isOutside(hours, row))),
    outside,
  }
}

/** One of them, as the queue shows it. @throws not_found */
export async function showQueued({ db, pool }: Needed, id: string): Promise<QueuedAppointment> {
  const row = await findRow(pool, id)
  if (!row) throw new AppError('not_found')
  const [facts, [office], posts] = await Promise.all([
    calendarFacts(db),
    findOffices(db, row.officeId),
    findPosts(db, row.officeId),
  ])
  if (!office) throw new AppError('not_found')
  return toQueued(
    row,
    isOutside({ calendar: calendarOf(office, facts), isActive: office.isActive, posts }, row),
  )
}
