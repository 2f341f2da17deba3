import { emailKey } from '@rodnik/domain/people/email-key'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { linkLifetimeHours } from '../../platform/one-time-token.ts'
import { violatedConstraint } from '../../platform/outage.ts'
import { sharedCounter } from '../../platform/shared-counter.ts'
import { assertPresence, findToken, issueToken, revokeTokens, spendToken } from '../auth/index.ts'
import { languageOf, queueLetter } from '../notifications/index.ts'
import {
  agreeToEmail,
  changeNotices,
  dropEmailChange,
  keepEmailChange,
  type PendingChange,
  replaceEmail,
} from './email-change.repo.ts'
import { findPerson, type Person } from './people.repo.ts'

const DAY_SECONDS = 86_400
/** Each wish writes to an address that may be a stranger's. */
const WISHES_A_DAY = 5
const SIDES = ['email_new', 'email_old'] as const

async function countWish(deps: Deps, userId: string) {
  const { consumedPoints, msBeforeNext } = await sharedCounter(
    deps.pool,
    'email-changes',
    DAY_SECONDS,
  ).penalty(userId)
  if (consumedPoints > WISHES_A_DAY) {
    throw new AppError('too_many_attempts', { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) })
  }
}

/** Both addresses are asked, and an address that is somebody's gets another letter: only the mailboxes differ. */
async function writeToBoth(tx: Tx, secret: string, { userId, email, language }: Person, newEmail: string) {
  const seedOf = (purpose: (typeof SIDES)[number]) => issueToken(tx, secret, { purpose, subject: userId })
  const seed = await seedOf('email_new')
  const isTaken = (await tx.user.count({ where: { email: newEmail } })) > 0
  if (isTaken) await queueLetter(tx, { template: 'already_registered', to: newEmail, language })
  else await queueLetter(tx, { template: 'email_new', to: newEmail, language, seed, newEmail })
  if (email === null) return
  await queueLetter(tx, {
    template: 'email_old',
    to: email,
    language,
    seed: await seedOf('email_old'),
    newEmail,
  })
}

/** @throws invalid_request, password_wrong, fresh_sign_in_needed, too_many_attempts */
export async function askForEmailChange(
  deps: Deps,
  actor: Actor,
  { newEmail: typed, password }: { newEmail: string; password?: string | undefined },
): Promise<void> {
  const newEmail = emailKey(typed)
  if (newEmail === null) throw new AppError('invalid_request', { fields: { newEmail: 'not_an_email' } })
  const { userId } = actor
  await assertPresence(deps, actor, password)
  const person = await findPerson(deps.db, userId)
  if (newEmail === person.email)
    throw new AppError('invalid_request', { fields: { newEmail: 'same_as_now' } })
  await countWish(deps, userId)
  await deps.db.$transaction(async (tx) => {
    await keepEmailChange(tx, { userId, newEmail, hours: linkLifetimeHours.email_new })
    await revokeTokens(tx, userId, [...SIDES])
    await writeToBoth(tx, deps.env.SESSION_SECRET, person, newEmail)
  })
}

export async function cancelEmailChange({ db }: Pick<Deps, 'db'>, userId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await dropEmailChange(tx, userId)
    await revokeTokens(tx, userId, [...SIDES])
  })
}

export type Outcome = 'changed' | 'waiting_for_old' | 'waiting_for_new'

async function finish(tx: Tx, change: PendingChange): Promise<Outcome> {
  if (!change.isNewConfirmed) return 'waiting_for_new'
  if (!change.isOldConfirmed) return 'waiting_for_old'
  const { userId, newEmail, oldEmail } = change
  const language = languageOf(change.language)
  const event = await replaceEmail(tx, change)
  await dropEmailChange(tx, userId)
  // A link to a new password went to the address that is no longer theirs.
  await revokeTokens(tx, userId, [...SIDES, 'password_reset'])
  for (const to of [newEmail, oldEmail]) {
    if (to === null) continue
    const dedupeKey = `${changeNotices(userId)}${event}:${to === newEmail ? 'new' : 'old'}`
    await queueLetter(tx, { template: 'email_changed', to, language, newEmail, dedupeKey })
  }
  return 'changed'
}

/** A second press of a button that has done its work says what is still waited for. */
async function afterwards(
  tx: Tx,
  side: (typeof SIDES)[number],
  token: string,
): Promise<PendingChange | undefined> {
  const known = await findToken(tx, side, token)
  return known?.isUsed && known.isFresh ? agreeToEmail(tx, known.subject, sideOf(side)) : undefined
}

const sideOf = (purpose: (typeof SIDES)[number]) => (purpose === 'email_new' ? 'new' : 'old')

async function agree(tx: Tx, token: string): Promise<Outcome> {
  for (const purpose of SIDES) {
    const userId = await spendToken(tx, purpose, token)
    const change =
      userId === undefined
        ? await afterwards(tx, purpose, token)
        : await agreeToEmail(tx, userId, sideOf(purpose))
    if (change) return finish(tx, change)
  }
  throw new AppError('link_not_valid')
}

/**
 * Agrees for one of the two addresses; with the second the new e-mail counts.
 * @throws link_not_valid, also when the address has become somebody's meanwhile
 */
export async function confirmEmail({ db }: Pick<Deps, 'db'>, token: string): Promise<Outcome> {
  try {
    return await db.$transaction((tx) => agree(tx, token))
  } catch (error) {
    if (isEmailTaken(error)) throw new AppError('link_not_valid')
    throw error
  }
}

/** Prisma's P2002 for the unique e-mail: the race with another person ended in the constraint. */
const isEmailTaken = (error: unknown) =>
  violatedConstraint(error) !== undefined ||
  (error instanceof Error && 'code' in error && error.code === 'P2002')
