import type { Person } from '@rodnik/contract/staff-people'
import { type Actor, auditName } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { endSessions } from '../auth/index.ts'
import { findPerson, switchPerson } from './people.repo.ts'

type Wish = { personId: string; reason: string }

/** @throws not_found */
export async function person(tx: Tx, id: string): Promise<Person> {
  const found = await findPerson(tx, id)
  if (!found) throw new AppError('not_found')
  return found
}

/** Closes a profile, and every session of it at once: the view live_sessions asks. @throws not_found */
export function disablePerson({ db }: Pick<Deps, 'db'>, actor: Actor, { personId, reason }: Wish) {
  return db.$transaction(async (tx) => {
    const before = await person(tx, personId)
    if (await switchPerson(tx, personId, { isDisabled: true, among: 'others' })) {
      await endSessions(tx, personId, { reason: 'disabled' })
      await record(tx, actor, 'person.disabled', {
        person: personId,
        before: { isDisabled: before.disabledAt !== null },
        after: { isDisabled: true },
        reason,
      })
    }
    return person(tx, personId)
  })
}

/** @throws not_found */
export function enablePerson({ db }: Pick<Deps, 'db'>, actor: Actor, { personId, reason }: Wish) {
  return db.$transaction(async (tx) => {
    await person(tx, personId)
    if (await switchPerson(tx, personId, { isDisabled: false, among: 'others' })) {
      await record(tx, actor, 'person.enabled', {
        person: personId,
        before: { isDisabled: true },
        after: { isDisabled: false },
        reason,
      })
    }
    return person(tx, personId)
  })
}

/** Ends all sessions of someone, who may sign in again. @throws not_found */
export function signPersonOut({ db }: Pick<Deps, 'db'>, actor: Actor, { personId, reason }: Wish) {
  return db.$transaction(async (tx) => {
    await person(tx, personId)
    const ended = await endSessions(tx, personId, { reason: 'signed_out_by_staff' })
    await record(tx, actor, 'person.signed_out', { person: personId, ended, reason })
    return person(tx, personId)
  })
}

const record = (tx: Tx, actor: Actor, action: string, details: object) =>
  tx.auditEvent.create({ data: { actor: auditName(actor), action, details } })
