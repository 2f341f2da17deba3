import type { NewAppointment, PlaceWanted } from '@rodnik/contract/appointments'
import type { AppointmentStep, QueuedAppointment } from '@rodnik/contract/staff-appointments'
import { stateAfter } from '@rodnik/domain/appointments/appointment-steps'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { inPoolTransaction } from '../../../platform/in-transaction.ts'
import { violatedConstraint } from '../../../platform/outage.ts'
import { audit, findById, lockAppointment } from '../booking/appointments.repo.ts'
import { book } from '../booking/book.service.ts'
import { cancelAppointment, move } from '../booking/change.service.ts'
import { lettersAbout } from '../booking/letters.repo.ts'
import { findAccountByNumber, findPostDay, noteLate, setState } from './queue.repo.ts'
import { showQueued } from './queue.service.ts'

type Needed = Pick<Deps, 'db' | 'pool'>

/** @throws account_unknown, and whatever booking refuses with */
export async function bookForCaller(
  deps: Needed,
  actor: Actor,
  { key, accountNumber, ...body }: NewAppointment & { key: string; accountNumber: string },
): Promise<QueuedAppointment> {
  const accountId = await findAccountByNumber(deps.pool, accountNumber)
  if (!accountId) throw new AppError('account_unknown')
  const bookedBy = auditName(actor)
  const id = await book(deps, { accountId, via: 'staff', bookedBy, userId: null, key, body })
  return showQueued(deps, id)
}

const changerOf = (actor: Actor) => ({ actor: auditName(actor), isStaff: true })

export async function moveForCaller(
  deps: Needed,
  actor: Actor,
  { id, ...wanted }: PlaceWanted & { id: string },
): Promise<QueuedAppointment> {
  const found = await findById(deps.pool, id)
  if (!found) throw new AppError('not_found')
  await move(deps, found, changerOf(actor), wanted)
  return showQueued(deps, id)
}

export async function cancelForCaller(
  deps: Needed,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<QueuedAppointment> {
  await cancelAppointment(deps, id, changerOf(actor), reason)
  return showQueued(deps, id)
}

/**
 * @throws not_found, appointment_changed_meanwhile when it is in no state to take the step; appointment_not_begun:
 * nobody is late yet
 */
export async function takeStep(
  deps: Needed,
  actor: Actor,
  { id, step }: { id: string; step: AppointmentStep },
): Promise<QueuedAppointment> {
  await inPoolTransaction(deps.pool, async (client) => {
    await lockAppointment(client, id)
    const before = await findById(client, id)
    if (!before) throw new AppError('not_found')
    const to = stateAfter(before.state, step)
    if (to === null) throw new AppError('appointment_changed_meanwhile')
    if (step === 'miss' && !before.hasBegun) throw new AppError('appointment_not_begun')
    const isCalled = step === 'call'
    if (!(await setState(client, { id, from: before.state, to, isCalled }))) {
      throw new AppError('appointment_changed_meanwhile')
    }
    await audit(client, {
      actor: auditName(actor),
      action: 'appointments.step_taken',
      accountId: before.accountId,
      details: { appointment: before.number, step, before: before.state, after: to },
    })
  }).catch(whoHasTheSeat)
  return showQueued(deps, id)
}

/** Whoever was taken for missed comes, and somebody else has the time meanwhile. */
function whoHasTheSeat(error: unknown): never {
  if (violatedConstraint(error)) throw new AppError('appointment_changed_meanwhile')
  throw error
}

/** So many are told: whoever comes hours later need not hear of it. */
const TOLD = 8

/** Those of a post who are expected next today; `$3` is the post, `$4` the day. */
const NEXT = `
  a.id IN (
    SELECT n.id FROM appointments n JOIN offices o ON o.id = n.office_id
    WHERE n.specialist_id = $3::uuid AND n.state = 'booked' AND n.starts_at > app_now()
      AND (n.starts_at AT TIME ZONE o.time_zone)::date = $4::date
    ORDER BY n.starts_at, n.seat LIMIT ${TOLD}
  )`

const LATE_LETTERS = lettersAbout(
  NEXT,
  `'appointment_late:' || a.id || ':' || a.sequence || ':' || ($2::jsonb ->> 'minutes')`,
)

/**
 * Notes how late a post runs and tells those who are next, each once for that many minutes.
 * @returns how many letters were written
 * @throws not_found
 */
export async function sayLate(
  { pool }: Pick<Deps, 'pool'>,
  actor: Actor,
  { id: specialistId, minutes }: { id: string; minutes: number },
): Promise<number> {
  return inPoolTransaction(pool, async (client) => {
    const post = await findPostDay(client, specialistId)
    if (!post) throw new AppError('not_found')
    await noteLate(client, { specialistId, day: post.day, minutes })
    const { rowCount } =
      minutes === 0
        ? { rowCount: 0 }
        : await client.query({
            name: 'late-letters',
            text: LATE_LETTERS,
            values: ['appointment_late', JSON.stringify({ minutes }), specialistId, post.day],
          })
    const told = rowCount ?? 0
    const details = { specialistId, officeId: post.officeId, minutes, told }
    await audit(client, {
      actor: auditName(actor),
      action: 'appointments.late_said',
      accountId: null,
      details,
    })
    return told
  })
}
