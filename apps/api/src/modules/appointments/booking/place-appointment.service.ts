import type { FreeTime } from '@rodnik/contract/free-time'
import { sameInstant, wallClockAt } from '@rodnik/domain/calendar/wall-clock'
import type { ClientBase } from 'pg'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { inPoolTransaction } from '../../../platform/in-transaction.ts'
import {
  findPlace,
  freeAtPosts,
  isBookable,
  nearestFree,
  type Place,
  type PlaceAsked,
} from '../hours/free-times.service.ts'
import { findTaken } from '../hours/taken.repo.ts'
import { lockPost } from './appointments.repo.ts'

type Needed = Pick<Deps, 'db' | 'pool'>

/** A seat at a post, free as far as we know. */
export type Seat = {
  officeId: string
  specialistId: string
  seat: number
  startsAt: string
  endsAt: string
  bufferMinutes: number
}

type Asked = PlaceAsked & { startsAt: string; exceptId?: string | undefined }

/**
 * Takes a seat at the time that was asked for: post by post, seat by seat, each try a transaction of its own behind
 * the lock of the post.
 * @param take takes the seat, and does all that goes with it; undefined when somebody was quicker
 * @throws slot_taken with the nearest times, not_found, appointment_topic_off; whatever `take` throws
 */
export async function takeSeat<T>(
  { db, pool }: Needed,
  asked: Asked,
  {
    admits,
    take,
  }: { admits?: (place: Place) => void; take: (client: ClientBase, seat: Seat) => Promise<T | undefined> },
): Promise<T> {
  const place = await findPlace(db, asked)
  admits?.(place)
  const startsAt = sameInstant(asked.startsAt)
  for (const seats of await freeSeats({ db }, place, { ...asked, startsAt })) {
    const taken = await inPoolTransaction(pool, async (client) => {
      await lockPost(client, seats[0]?.specialistId ?? '')
      for (const seat of seats) {
        const result = await take(client, seat)
        if (result !== undefined) return result
      }
      return undefined
    })
    if (taken !== undefined) return taken
  }
  const slots: FreeTime[] = await nearestFree(db, place, startsAt)
  throw new AppError('slot_taken', { slots })
}

/** The free seats of each post at that time. */
async function freeSeats(
  { db }: Pick<Deps, 'db'>,
  place: Place,
  { startsAt, exceptId }: Pick<Asked, 'startsAt' | 'exceptId'>,
): Promise<Seat[][]> {
  const { office, topic } = place
  const { day } = wallClockAt(startsAt, office.timeZone)
  if (!isBookable(place, day)) return []
  const taken = await findTaken(db, { officeId: office.id, firstDay: day, lastDay: day, exceptId })
  return freeAtPosts(place, taken, day)
    .filter((slot) => slot.startsAt === startsAt)
    .map(({ post, seats, endsAt }) =>
      seats.map((seat) => ({
        officeId: office.id,
        specialistId: post.id,
        seat,
        startsAt,
        endsAt,
        bufferMinutes: topic.bufferMinutes,
      })),
    )
}
