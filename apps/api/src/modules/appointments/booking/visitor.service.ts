import type { Appointment, NewAppointment, PlaceWanted } from '@rodnik/contract/appointments'
import { readAppointmentNumber } from '@rodnik/domain/appointments/appointment-number'
import { appointmentCode, isAppointmentCode } from '../../../platform/appointment-code.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { type StoredAppointment, toView } from './appointment-view.ts'
import { findAccountOf, findById, findOfGuest, findOfPerson } from './appointments.repo.ts'
import { book } from './book.service.ts'
import { cancelAppointment, move } from './change.service.ts'
import { type Visitor, visitorName } from './visitor.ts'

type Needed = Pick<Deps, 'db' | 'pool' | 'env'>

/** An appointment as a visitor names it; a guest proves with the code that it is theirs. */
export type Named = { visitor: Visitor; number: string; code?: string }

const shownTo = ({ env }: Pick<Deps, 'env'>, visitor: Visitor, stored: StoredAppointment): Appointment =>
  toView(stored, 'userId' in visitor ? null : appointmentCode(env.SESSION_SECRET, stored.id))

/** @throws not_found: whoever asks has nothing to do with the account; not_allowed: may only look at it */
async function accountFor({ pool }: Pick<Deps, 'pool'>, visitor: Visitor): Promise<string> {
  const account = await findAccountOf(pool, visitor)
  if (!account) throw new AppError('userId' in visitor ? 'not_found' : 'sign_in_required')
  if (!account.mayAct) throw new AppError('not_allowed')
  return account.accountId
}

/** Of an account for its people; of the session for a guest. @throws not_found, sign_in_required */
export async function listOf(deps: Needed, visitor: Visitor): Promise<Appointment[]> {
  const account = await findAccountOf(deps.pool, visitor)
  if (!account) throw new AppError('userId' in visitor ? 'not_found' : 'sign_in_required')
  const found =
    'userId' in visitor
      ? await findOfPerson(deps.pool, visitor, null)
      : await findOfGuest(deps.pool, visitor.sessionId, null)
  return found.map((stored) => shownTo(deps, visitor, stored))
}

/** @throws not_found, for a wrong code as for a number that is not there; sign_in_required */
export async function findNamed(
  deps: Needed,
  { visitor, number, code = '' }: Named,
): Promise<StoredAppointment> {
  const read = readAppointmentNumber(number)
  if (!(await findAccountOf(deps.pool, visitor))) {
    throw new AppError('userId' in visitor ? 'not_found' : 'sign_in_required')
  }
  if (read === null) throw new AppError('not_found')
  if ('userId' in visitor) {
    const [own] = await findOfPerson(deps.pool, visitor, read)
    if (!own) throw new AppError('not_found')
    return own
  }
  const [found] = await findOfGuest(deps.pool, visitor.sessionId, read)
  if (!found || !isAppointmentCode(deps.env.SESSION_SECRET, found.id, code)) throw new AppError('not_found')
  return found
}

async function shown(deps: Needed, visitor: Visitor, id: string): Promise<Appointment> {
  const stored = await findById(deps.pool, id)
  if (!stored) throw new Error('The appointment is gone')
  return shownTo(deps, visitor, stored)
}

export async function showNamed(deps: Needed, named: Named): Promise<Appointment> {
  return shownTo(deps, named.visitor, await findNamed(deps, named))
}

/** @throws as accountFor and book */
export async function bookFor(
  deps: Needed,
  visitor: Visitor,
  { key, body }: { key: string; body: NewAppointment },
): Promise<Appointment> {
  const accountId = await accountFor(deps, visitor)
  const userId = 'userId' in visitor ? visitor.userId : null
  const via = userId === null ? 'guest' : 'person'
  const id = await book(deps, { accountId, via, bookedBy: visitorName(visitor), userId, key, body })
  return shown(deps, visitor, id)
}

/** @throws as accountFor, findNamed and move */
export async function moveNamed(deps: Needed, named: Named, wanted: PlaceWanted): Promise<Appointment> {
  const found = await findNamed(deps, named)
  await accountFor(deps, named.visitor)
  await move(deps, found, { actor: visitorName(named.visitor), isStaff: false }, wanted)
  return shown(deps, named.visitor, found.id)
}

/** @throws as accountFor, findNamed and cancelAppointment */
export async function cancelNamed(deps: Needed, named: Named): Promise<Appointment> {
  const found = await findNamed(deps, named)
  await accountFor(deps, named.visitor)
  await cancelAppointment(deps, found.id, { actor: visitorName(named.visitor), isStaff: false })
  return shown(deps, named.visitor, found.id)
}
