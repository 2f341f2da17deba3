import type { SecondFactorOffer } from '@rodnik/contract/sessions'
import type { SessionTokens } from '../../platform/access-token.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { deriveKey, seal, unseal } from '../../platform/secrets.ts'
import { sharedCounter } from '../../platform/shared-counter.ts'
import { queueLetter } from '../notifications/index.ts'
import { newSecret, offerOf, stepOf } from './authenticator.ts'
import { newRecoveryCode, RECOVERY_CODES, recoveryHash } from './recovery-code.ts'
import * as repo from './second-factor.repo.ts'
import { endOneSession, insertSession } from './sessions.repo.ts'
import { findAddressee } from './users.repo.ts'

const QUARTER_SECONDS = 15 * 60
/** Wrong codes of a person in a quarter of an hour; of a million codes three are right at a time. */
const MAX_WRONG = 5

const keyOf = (deps: Pick<Deps, 'env'>) => deriveKey(deps.env.SESSION_SECRET, 'second-factor')

/**
 * A secret for the app, for half an hour the same in one session: whoever has scanned it may reload the page.
 * It counts for nothing until its first code has come.
 * @throws not_allowed for anyone but staff, and while another factor is in force: that one is taken away in person
 */
export async function offerSecondFactor(
  deps: Pick<Deps, 'db' | 'env'>,
  { userId, sessionId, kind, next }: Actor,
): Promise<SecondFactorOffer> {
  if (kind !== 'staff' || next !== 'enrol_second_factor') throw new AppError('not_allowed')
  const addressee = await findAddressee(deps.db, userId)
  const fresh = seal(keyOf(deps), newSecret(), userId)
  const sealed = await repo.offerFactor(deps.db, { userId, sessionId, sealed: fresh })
  if (!sealed) throw new AppError('not_allowed')
  return offerOf(unseal(keyOf(deps), sealed, userId), { issuer: 'Родник', label: addressee?.email ?? userId })
}

/** Ends the session and opens its successor, which has both factors (ASVS 7.2.4). */
async function completeSession(
  tx: Tx,
  deps: Pick<Deps, 'env'>,
  { userId, sessionId }: Actor,
): Promise<SessionTokens> {
  const before = await repo.findStaffSession(tx, { userId, sessionId })
  const isEnded = await endOneSession(tx, { userId, sessionId, reason: 'second_factor_given' })
  if (!before || !isEnded) throw new AppError('sign_in_required')
  const { device, method } = before
  return insertSession(tx, deps.env.SESSION_SECRET, {
    userId,
    kind: 'staff',
    device,
    method,
    isComplete: true,
  })
}

/**
 * Puts the offered secret in force by its first code.
 * @returns the session that replaces this one, and the recovery codes, which are kept as hashes only
 * @throws code_wrong, not_allowed
 */
export async function confirmSecondFactor(deps: Pick<Deps, 'db' | 'env'>, actor: Actor, code: string) {
  const { userId, next } = actor
  const factor = await repo.findFactor(deps.db, userId)
  if (next !== 'enrol_second_factor' || !factor || factor.isConfirmed) throw new AppError('not_allowed')
  const step = stepOf(unseal(keyOf(deps), factor.sealed, userId), code, factor.nowMs)
  if (step === null) throw new AppError('code_wrong')

  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  const tokens = await deps.db.$transaction(async (tx) => {
    if (!(await repo.confirmFactor(tx, { userId, sealed: factor.sealed, step })))
      throw new AppError('code_wrong')
    await repo.replaceRecoveryCodes(tx, userId, recoveryCodes.map(recoveryHash))
    await tx.auditEvent.create({ data: { actor: `staff:${userId}`, action: 'second_factor.enrolled' } })
    await tellOf(tx, userId, { template: 'second_factor_changed' })
    return completeSession(tx, deps, actor)
  })
  return { tokens, recoveryCodes }
}

type News = { template: 'second_factor_changed' } | { template: 'recovery_code_used'; left: number }

async function tellOf(tx: Tx, userId: string, news: News): Promise<void> {
  const addressee = await findAddressee(tx, userId)
  if (!addressee) return
  const { email: to, language } = addressee
  await queueLetter(tx, { ...news, to, language, at: await repo.moment(tx) })
}

export type GivenFactor = { code?: string | undefined; recoveryCode?: string | undefined }

/**
 * Gives the second factor: the session is replaced by one with all its rights.
 * @throws code_wrong, also for a code that was used before; too_many_attempts; not_allowed where none is asked for
 */
export async function giveSecondFactor(
  deps: Pick<Deps, 'db' | 'env' | 'pool'>,
  actor: Actor,
  given: GivenFactor,
): Promise<SessionTokens> {
  const { userId, next } = actor
  if (next !== 'give_second_factor') throw new AppError('not_allowed')
  if ((given.code === undefined) === (given.recoveryCode === undefined)) throw new AppError('invalid_request')
  // Counted before it is looked at, so that the limit holds against many at once.
  const counter = sharedCounter(deps.pool, 'second-factor', QUARTER_SECONDS)
  const { consumedPoints, msBeforeNext } = await counter.penalty(userId)
  if (consumedPoints > MAX_WRONG) {
    throw new AppError('too_many_attempts', { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) })
  }
  const tokens = await deps.db.$transaction(async (tx) => {
    await spend(tx, deps, userId, given)
    return completeSession(tx, deps, actor)
  })
  await counter.reward(userId)
  return tokens
}

/** Uses up what was given, once. @throws code_wrong */
async function spend(tx: Tx, deps: Pick<Deps, 'env'>, userId: string, given: GivenFactor): Promise<void> {
  if (given.recoveryCode !== undefined) return spendRecovery(tx, userId, given.recoveryCode)
  const factor = await repo.findFactor(tx, userId)
  if (!factor) throw new AppError('code_wrong')
  const { sealed, nowMs } = factor
  const step = stepOf(unseal(keyOf(deps), sealed, userId), given.code ?? '', nowMs)
  if (step === null || !(await repo.spendStep(tx, { userId, sealed, step }))) throw new AppError('code_wrong')
}

async function spendRecovery(tx: Tx, userId: string, code: string): Promise<void> {
  const left = await repo.spendRecoveryCode(tx, userId, recoveryHash(code))
  if (left === null) throw new AppError('code_wrong')
  await tx.auditEvent.create({
    data: { actor: `staff:${userId}`, action: 'second_factor.recovery_code_used', details: { left } },
  })
  await tellOf(tx, userId, { template: 'recovery_code_used', left })
}
