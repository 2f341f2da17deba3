import type { Tx } from '../../platform/db.ts'
import { revokeTokens } from './one-time-tokens.repo.ts'
import { endSessions } from './sessions.repo.ts'

type Replacement = {
  passwordHash: string
  reason: 'password_reset' | 'password_changed'
  /** The session in which it happened goes on. */
  exceptSession?: string
}

/**
 * Puts a new password in the place of the old one. Nothing that somebody else may have begun stays: sessions end,
 * links in letters and a change of e-mail under way open nothing any more.
 * @returns when, ISO 8601
 */
export async function replacePassword(
  tx: Tx,
  userId: string,
  { passwordHash, reason, exceptSession }: Replacement,
): Promise<string> {
  const [row] = await tx.$queryRaw<{ changedAt: Date }[]>`
    INSERT INTO passwords (user_id, hash) VALUES (${userId}::uuid, ${passwordHash})
    ON CONFLICT (user_id) DO UPDATE
    SET hash = excluded.hash, changed_at = app_now(), must_change = false, expires_at = NULL
    RETURNING changed_at AS "changedAt"`
  if (!row) throw new Error('The password was not stored')
  await endSessions(tx, userId, { reason, ...(exceptSession !== undefined && { except: exceptSession }) })
  await revokeTokens(tx, userId, ['email_new', 'email_old'])
  if (reason === 'password_changed') await revokeTokens(tx, userId, ['password_reset'])
  await tx.emailChange.deleteMany({ where: { userId } })
  await tx.auditEvent.create({ data: { actor: `user:${userId}`, action: `profile.${reason}` } })
  return row.changedAt.toISOString()
}

/** A one-time password is used up by its first entry: of two at once, one is let in. */
export async function spendOneTimePassword(tx: Tx, userId: string): Promise<boolean> {
  const spent = await tx.$executeRaw`
    UPDATE passwords SET expires_at = app_now()
    WHERE user_id = ${userId}::uuid AND must_change AND expires_at > app_now()`
  return spent === 1
}

export async function keepRehashed(tx: Tx, userId: string, [from, to]: [string, string]): Promise<void> {
  await tx.password.updateMany({ where: { userId, hash: from }, data: { hash: to } })
}
