import { type Actor } from '../../platform/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { hashPassword, verifyPassword } from '../../platform/passwords.ts'
import { sharedCounter } from '../../platform/shared-counter.ts'
import { languageOf, queueLetter } from '../notifications/index.ts'
import { assertGoodPassword } from './password-policy.service.ts'
import { replacePassword } from './passwords.repo.ts'

const QUARTER_SECONDS = 900
/** A session left open must not become a place to guess the password in. */
const TRIES_PER_QUARTER = 10

/**
 * The person is asked again for what they know (ASVS 7.5.1).
 * @returns the hash that the password fits
 * @throws password_wrong, too_many_attempts
 */
export async function assertOwnPassword(deps: Deps, userId: string, password: string): Promise<string> {
  const counter = sharedCounter(deps.pool, 'own-password', QUARTER_SECONDS)
  const { consumedPoints, msBeforeNext } = await counter.penalty(userId)
  if (consumedPoints > TRIES_PER_QUARTER) {
    throw new AppError('too_many_attempts', { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) })
  }
  const own = await deps.db.password.findUnique({ where: { userId }, select: { hash: true } })
  const isRight = await verifyPassword(own?.hash, password)
  if (!own || !isRight) throw new AppError('password_wrong')
  await counter.delete(userId)
  return own.hash
}

/** Changes one's own password; every other session ends. @throws password_wrong, password_refused */
export async function changePassword(
  deps: Deps,
  { userId, sessionId }: Actor,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const knownHash = await assertOwnPassword(deps, userId, current)
  const user = await deps.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, login: true, phone: true, language: true },
  })
  const { email, login, phone, language } = user
  await assertGoodPassword(next, {
    ...(email !== null && { email }),
    ...(login !== null && { login }),
    ...(phone !== null && { phone }),
  })
  if (next === current) throw new AppError('password_refused', { fields: { password: 'same_as_before' } })
  const passwordHash = await hashPassword(next)
  await deps.db.$transaction(async (tx) => {
    const at = await replacePassword(tx, userId, {
      passwordHash,
      reason: 'password_changed',
      knownHash,
      exceptSession: sessionId,
    })
    if (at === undefined) throw new AppError('password_wrong')
    if (email === null) return
    await queueLetter(tx, { template: 'password_changed', to: email, language: languageOf(language), at })
  })
}
