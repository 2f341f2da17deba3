import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { verifyPassword } from '../../platform/passwords.ts'
import { sharedCounter } from '../../platform/shared-counter.ts'

const QUARTER_SECONDS = 900
/** A session left open must not become a place to guess the password in. */
const TRIES_PER_QUARTER = 10

/** @throws password_wrong, too_many_attempts: the person is asked again for what they know (ASVS 7.5.1) */
export async function assertOwnPassword(deps: Deps, userId: string, password: string): Promise<void> {
  const counter = sharedCounter(deps.pool, 'own-password', QUARTER_SECONDS)
  const { consumedPoints, msBeforeNext } = await counter.penalty(userId)
  if (consumedPoints > TRIES_PER_QUARTER) {
    throw new AppError('too_many_attempts', { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) })
  }
  const own = await deps.db.password.findUnique({ where: { userId }, select: { hash: true } })
  if (!(await verifyPassword(own?.hash, password))) throw new AppError('password_wrong')
  await counter.delete(userId)
}
