import type { Tx } from '../../platform/db.ts'
import { revokeTokens } from './one-time-tokens.repo.ts'
import { endSessions } from './sessions.repo.ts'

type Replacement = {
  passwordHash: string
  reason: 'password_reset' | 'password_changed'
  /** Whoever changes a password they know changes that one, and none that came after it. */
  knownHash?: string
  /** The session in which it happened goes on. */
  exceptSession?: string
}

/**
 * Puts a new password in the place of the old one. Nothing that somebody else may have begun stays: sessions end,
 * links in letters and a change of e-mail under way open nothing any more.
 * @returns when, ISO 8601; undefined when another one has taken the place of the known one
 */
export async function replacePassword(
  tx: Tx,
  userId: string,
  { passwordHash, reason, knownHash, exceptSession }: Replacement,
): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ changedAt: Date }[]>`
    INSERT INTO passwords (user_id, hash) VALUES (${userId}::uuid, ${passwordHash})
    ON CONFLICT (user_id) DO UPDATE
    SET hash = excluded.hash, changed_at = app_now(), must_change = false, expires_at = NULL
    WHERE ${knownHash ?? null}::text IS NULL OR passwords.hash = ${knownHash ?? null}::text
    RETURNING changed_at AS "changedAt"`
  if (!row) return undefined
  await endSessions(tx, userId, { reason, ...(exceptSession !== undefined && { except: exceptSession }) })
  await revokeTokens(tx, userId, ['email_new', 'email_old'])
  if (reason === 'password_changed') await revokeTokens(tx, userId, ['password_reset'])
  await tx.emailChange.deleteMany({ where: { userId } })
  await tx.auditEvent.create({ data: { actor: `user:${userId}`, action: `profile.${reason}` } })
  return row.changedAt.toISOString()
}

type Verified = { userId: string; passwordHash: string }

/** A one-time password is used up by its first entry: of two at once, one is let in. */
export async function spendOneTimePassword(tx: Tx, { userId, passwordHash }: Verified): Promise<boolean> {
  const spent = await tx.$executeRaw`
    UPDATE passwords SET expires_at = app_now()
    WHERE user_id = ${userId}::uuid AND hash = ${passwordHash} AND must_change AND expires_at > app_now()`
  return spent === 1
}

/**
 * Whether the password that was verified is still the person's. Until the transaction ends nobody replaces it, so
 * that a session opened in it is among those that a reset or a reissue ends.
 */
export async function holdPassword(tx: Tx, { userId, passwordHash }: Verified): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM passwords WHERE user_id = ${userId}::uuid AND hash = ${passwordHash} FOR SHARE`
  return rows.length === 1
}

export async function keepRehashed(tx: Tx, userId: string, [from, to]: [string, string]): Promise<void> {
  await tx.password.updateMany({ where: { userId, hash: from }, data: { hash: to } })
}
