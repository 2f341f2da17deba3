import type { NewAppointment } from '@rodnik/contract/appointments'
import type { AppointmentVia } from '@rodnik/contract/staff-appointments'
import { periodOf } from '@rodnik/domain/calendar/days'
import { canonicalJson } from '../../../platform/canonical-json.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { brokenRule } from '../../../platform/outage.ts'
import { isSame, sha256 } from '../../../platform/secrets.ts'
import { businessDay } from '../../info/index.ts'
import { audit, findByRequest, insertAppointment, nextNumber } from './appointments.repo.ts'
import { queueAppointmentLetter } from './letters.repo.ts'
import { takeSeat } from './place-appointment.service.ts'

type Needed = Pick<Deps, 'db' | 'pool'>

export type Booking = {
  accountId: string
  via: AppointmentVia
  /** As audit events name them. */
  bookedBy: string
  userId: string | null
  key: string
  body: NewAppointment
}

/**
 * Makes an appointment, once: a wish that is sent again gets the first one.
 * @returns its id
 * @throws slot_taken with the nearest times, appointment_limit, appointment_topic_off, not_found,
 * idempotency_key_reused
 */
export async function book(deps: Needed, booking: Booking): Promise<string> {
  const request = requestOf(booking)
  const first = await firstAnswer(deps, request)
  if (first !== undefined) return first
  const { today } = await businessDay(deps)
  const number = await nextNumber(deps.pool, periodOf(today))
  try {
    return await takeSeat(deps, booking.body, {
      admits: ({ topic }) => {
        if (booking.via === 'guest' && !topic.isForGuests) throw new AppError('appointment_topic_off')
      },
      take: async (client, seat) => {
        const { accountId, via, bookedBy, userId, body } = booking
        const { topicId, language, email = null } = body
        const own = { number, topicId, accountId, via, bookedBy, userId, email, language }
        const id = await insertAppointment(client, {
          ...seat,
          ...own,
          requestKey: request.key,
          requestHash: request.hash,
        }).catch(refuseBeyondLimit)
        if (id === undefined) return undefined
        await queueAppointmentLetter(client, id, 'appointment_booked')
        const { officeId, specialistId, startsAt } = seat
        const details = { appointment: number, officeId, specialistId, startsAt, topicId }
        await audit(client, { actor: bookedBy, action: 'appointments.booked', accountId, details })
        return id
      },
    })
  } catch (error) {
    // The same wish may have been first, and have taken the time or the last place.
    const isRefused = error instanceof AppError && ['slot_taken', 'appointment_limit'].includes(error.code)
    const twin = isRefused ? await firstAnswer(deps, request) : undefined
    if (twin === undefined) throw error
    return twin
  }
}

function refuseBeyondLimit(error: unknown): never {
  if (brokenRule(error) === 'appointments_ahead') throw new AppError('appointment_limit')
  throw error
}

type Request = { key: string; hash: Buffer }

const requestOf = ({ bookedBy, accountId, key, body }: Booking): Request => ({
  key: `${bookedBy} ${key}`,
  hash: sha256(canonicalJson({ accountId, ...body })),
})

async function firstAnswer({ pool }: Needed, { key, hash }: Request): Promise<string | undefined> {
  const first = await findByRequest(pool, key)
  if (!first) return undefined
  if (!isSame(first.requestHash, hash)) throw new AppError('idempotency_key_reused')
  return first.id
}
