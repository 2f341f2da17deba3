import type { EsiaOutcome, EsiaReturn } from '@rodnik/contract/esia'
import { mobilePhone } from '@rodnik/domain/people/mobile-phone'
import type { SessionTokens } from '../../platform/access-token.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { type EsiaGateway, EsiaMemory, type EsiaPerson } from '../../platform/esia.ts'
import { sha256 } from '../../platform/secrets.ts'
import { queueLetter } from '../notifications/index.ts'
import * as repo from './esia.repo.ts'
import { assertPresence } from './presence.service.ts'
import { assertConsent } from './registration.service.ts'
import { insertConsent } from './registrations.repo.ts'
import { insertSession } from './sessions.repo.ts'
import { findAddressee } from './users.repo.ts'

/** What the browser keeps of its way to Gosuslugi: which attempt, and the proof that it is this browser's. */
export type Ticket = { attemptId: string; browserSecret: string }

const gatewayOf = ({ esia }: Deps): EsiaGateway => {
  if (!esia) throw new AppError('esia_off')
  return esia
}

/** Only residents have Gosuslugi in their profile. @throws sign_in_required, not_allowed, password_wrong, fresh_sign_in_needed */
async function assertMayLink(deps: Deps, actor: Actor | null, password: string | undefined): Promise<string> {
  if (!actor || actor.next) throw new AppError('sign_in_required')
  if (actor.kind !== 'resident') throw new AppError('not_allowed')
  await assertPresence(deps, actor, password)
  if ((await repo.countIdentities(deps.db, actor.userId)) > 0) throw new AppError('esia_linked_elsewhere')
  return actor.userId
}

type Beginning = { purpose: 'sign_in' | 'link'; password?: string | undefined }

export async function beginEsia(
  deps: Deps,
  { purpose, password }: Beginning,
  { actor, browserSecret }: { actor: Actor | null; browserSecret: string },
): Promise<{ attemptId: string; redirectTo: string }> {
  const gateway = gatewayOf(deps)
  const userId = purpose === 'link' ? await assertMayLink(deps, actor, password) : null
  const { redirectTo, memory } = await gateway.begin()
  const browserHash = sha256(browserSecret)
  return { attemptId: await repo.insertAttempt(deps.db, { browserHash, userId, memory }), redirectTo }
}

type Return = Exclude<EsiaOutcome, { outcome: 'signed_in' }> | { outcome: 'signed_in'; tokens: SessionTokens }

/**
 * Ends the way to Gosuslugi: signs in, links, or asks a newcomer for consent. The identity is issuer and subject;
 * an e-mail never leads to anybody's profile.
 * @throws esia_failed for an answer that is not for this browser's attempt, used, forged or too old
 * @throws esia_refused, esia_unconfirmed, esia_unavailable, esia_linked_elsewhere, sign_in_failed
 */
export async function returnFromEsia(
  deps: Deps,
  answer: EsiaReturn,
  { ticket, actor, device }: { ticket: Ticket | undefined; actor: Actor | null; device: string },
): Promise<Return> {
  const gateway = gatewayOf(deps)
  const attempt =
    ticket && (await repo.returnAttempt(deps.db, ticket.attemptId, sha256(ticket.browserSecret)))
  if (!attempt) throw new AppError('esia_failed')
  const { errorDescription, ...rest } = answer
  const person = await gateway.finish(
    { ...rest, error_description: errorDescription },
    EsiaMemory.parse(attempt.memory),
  )
  if (attempt.userId !== null) {
    if (actor?.userId !== attempt.userId) throw new AppError('esia_failed')
    await link(deps, attempt.userId, person)
    return { outcome: 'linked' }
  }
  const known = await repo.findIdentity(deps.db, person)
  if (!known) {
    await repo.keepNewcomer(deps.db, ticket.attemptId, person)
    return {
      outcome: 'consent_needed',
      name: [person.firstName, person.middleName].filter(Boolean).join(' '),
    }
  }
  if (!known.isOpen) throw new AppError('sign_in_failed')
  const tokens = await deps.db.$transaction(async (tx) => {
    await repo.renameIdentity(tx, person)
    return openSession(deps, tx, known.userId, device)
  })
  return { outcome: 'signed_in', tokens }
}

const openSession = (deps: Deps, tx: Tx, userId: string, device: string) =>
  insertSession(tx, deps.env.SESSION_SECRET, {
    userId,
    kind: 'resident',
    method: 'esia',
    device,
    isComplete: true,
  })

async function link(deps: Deps, userId: string, person: EsiaPerson): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    // One link after the other: two at once must not both find the profile without an identity.
    await tx.$queryRaw`SELECT FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
    const known = await repo.findIdentity(tx, person)
    if (known?.userId !== userId && (await repo.countIdentities(tx, userId)) > 0) {
      throw new AppError('esia_linked_elsewhere')
    }
    if (!(await repo.insertIdentity(tx, userId, person))) {
      const owner = await repo.findIdentity(tx, person)
      if (owner?.userId !== userId) throw new AppError('esia_linked_elsewhere')
      return
    }
    const event = await tx.auditEvent.create({
      data: { actor: `user:${userId}`, action: 'profile.esia_linked' },
    })
    const addressee = await findAddressee(tx, userId)
    if (!addressee) return
    const { email: to, language } = addressee
    await queueLetter(tx, { template: 'esia_linked', to, language, at: event.at.toISOString() })
  })
}

/**
 * Makes the profile of a newcomer who has agreed. It has no e-mail: whoever wants letters confirms an address first.
 * @throws esia_failed when nobody came back in this browser, or too long ago
 */
export async function registerByEsia(
  deps: Deps,
  { consentVersion, language }: { consentVersion: string; language: 'ru' | 'en' },
  { ticket, device }: { ticket: Ticket | undefined; device: string },
): Promise<SessionTokens> {
  assertConsent(consentVersion)
  return deps.db.$transaction(async (tx) => {
    const person = ticket && (await repo.takeNewcomer(tx, ticket.attemptId, sha256(ticket.browserSecret)))
    if (!person) throw new AppError('esia_failed')
    const userId = (await repo.findIdentity(tx, person))?.userId ?? (await insertPerson(tx, person, language))
    await insertConsent(tx, userId, consentVersion)
    return openSession(deps, tx, userId, device)
  })
}

async function insertPerson(tx: Tx, person: EsiaPerson, language: string): Promise<string> {
  const phone = person.phone === undefined ? null : mobilePhone(person.phone)
  const name = repo.fullNameOf(person)
  const { id } = await tx.user.create({ data: { kind: 'resident', name, phone, language } })
  // Of two windows that register one person at once, the second takes nothing over: its attempt fails.
  if (!(await repo.insertIdentity(tx, id, person))) throw new AppError('esia_failed')
  await tx.auditEvent.create({ data: { actor: `user:${id}`, action: 'profile.made_by_esia' } })
  return id
}
