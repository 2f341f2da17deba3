import type { PlaceWanted } from '@rodnik/contract/appointments'
import type { ClientBase } from 'pg'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { inPoolTransaction } from '../../../platform/in-transaction.ts'
import type { StoredAppointment } from './appointment-view.ts'
import { audit, cancel, findById, lockAppointment, moveTo } from './appointments.repo.ts'
import { dropReminders, queueAppointmentLetter } from './letters.repo.ts'
import { takeSeat } from './place-appointment.service.ts'

type Needed = Pick<Deps, 'db' | 'pool'>

/** Who changes it, and until when they may. */
export type Changer = { actor: string; isStaff: boolean }

/** @throws appointment_over */
async function lockOpen(client: ClientBase, id: string, { isStaff }: Changer): Promise<StoredAppointment> {
  await lockAppointment(client, id)
  const found = await findById(client, id)
  if (!found) throw new AppError('not_found')
  if (found.state !== 'booked' || (found.hasBegun && !isStaff)) throw new AppError('appointment_over')
  return found
}

/**
 * Moves an appointment in one step: it has either its new time or still its old one.
 * @throws slot_taken with the nearest times, appointment_over, appointment_topic_off, not_found
 */
export async function move(
  deps: Needed,
  { id, topicId }: Pick<StoredAppointment, 'id' | 'topicId'>,
  changer: Changer,
  wanted: PlaceWanted,
): Promise<void> {
  await takeSeat<true>(
    deps,
    { ...wanted, topicId, exceptId: id },
    {
      take: async (client, seat) => {
        const before = await lockOpen(client, id, changer)
        if (!(await moveTo(client, id, seat))) return undefined
        await dropReminders(client, id, before.sequence)
        await queueAppointmentLetter(client, id, 'appointment_moved')
        const { officeId, specialistId, startsAt } = seat
        await audit(client, {
          actor: changer.actor,
          action: 'appointments.moved',
          accountId: before.accountId,
          details: {
            appointment: before.number,
            before: {
              officeId: before.officeId,
              specialistId: before.specialistId,
              startsAt: before.startsAt.toISOString(),
            },
            after: { officeId, specialistId, startsAt },
          },
        })
        return true
      },
    },
  )
}

/** Frees the time; when that has been done, nothing more happens. @throws appointment_over, not_found */
export async function cancelAppointment(
  { pool }: Pick<Deps, 'pool'>,
  id: string,
  changer: Changer,
  reason: string | null = null,
): Promise<void> {
  await inPoolTransaction(pool, async (client) => {
    await lockAppointment(client, id)
    const found = await findById(client, id)
    if (found?.state === 'cancelled') return
    const before = await lockOpen(client, id, changer)
    await cancel(client, id, { by: changer.actor, reason })
    await dropReminders(client, id, before.sequence)
    await queueAppointmentLetter(client, id, 'appointment_cancelled', { reason })
    await audit(client, {
      actor: changer.actor,
      action: 'appointments.cancelled',
      accountId: before.accountId,
      details: { appointment: before.number, startsAt: before.startsAt.toISOString(), reason },
    })
  })
}
