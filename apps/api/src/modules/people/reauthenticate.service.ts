import type { Actor } from '../../platform/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { assertOwnPassword } from '../auth/index.ts'
import { findPerson } from './people.repo.ts'

/**
 * Whoever has a password is asked for it before what matters is changed (ASVS 7.5.1): a session left open is not
 * enough. True: it was given; false: there is none.
 * @throws password_wrong, too_many_attempts
 */
export async function assertPasswordIfAny(
  deps: Deps,
  userId: string,
  password: string | undefined,
): Promise<boolean> {
  const { hasPassword } = await findPerson(deps.db, userId)
  if (!hasPassword) return false
  if (password === undefined) throw new AppError('password_wrong')
  await assertOwnPassword(deps, userId, password)
  return true
}

const FRESH_MINUTES = 15

/** The password, or without one a session that has just been opened. @throws fresh_sign_in_needed besides */
export async function assertPresence(
  deps: Deps,
  { userId, sessionId }: Actor,
  password: string | undefined,
): Promise<void> {
  if (await assertPasswordIfAny(deps, userId, password)) return
  const rows = await deps.db.$queryRaw<unknown[]>`
    SELECT 1 FROM sessions
    WHERE id = ${sessionId}::uuid AND created_at > app_now() - make_interval(mins => ${FRESH_MINUTES}::int)`
  if (rows.length === 0) throw new AppError('fresh_sign_in_needed')
}
