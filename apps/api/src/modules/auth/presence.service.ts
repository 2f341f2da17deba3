import type { Actor } from '../../platform/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { assertOwnPassword } from './change-password.service.ts'

const FRESH_MINUTES = 15

/**
 * A session left open is not enough for what gives the profile away (ASVS 7.5.1): the password is asked for, or
 * without one a session that has just been opened.
 * @throws password_wrong, too_many_attempts, fresh_sign_in_needed
 */
export async function assertPresence(
  deps: Deps,
  { userId, sessionId }: Pick<Actor, 'userId' | 'sessionId'>,
  password: string | undefined,
): Promise<void> {
  const hasPassword = (await deps.db.password.count({ where: { userId } })) > 0
  if (hasPassword && password === undefined) throw new AppError('password_wrong')
  if (hasPassword) {
    await assertOwnPassword(deps, userId, password ?? '')
    return
  }
  const rows = await deps.db.$queryRaw<unknown[]>`
    SELECT 1 FROM sessions
    WHERE id = ${sessionId}::uuid AND created_at > app_now() - make_interval(mins => ${FRESH_MINUTES}::int)`
  if (rows.length === 0) throw new AppError('fresh_sign_in_needed')
}
