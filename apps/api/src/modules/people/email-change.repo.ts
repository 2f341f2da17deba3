import type { Tx } from '../../platform/db.ts'

/** A newer wish takes the place of the older. */
export async function keepEmailChange(
  tx: Tx,
  { userId, newEmail, hours }: { userId: string; newEmail: string; hours: number },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO email_changes (user_id, new_email, expires_at)
    VALUES (${userId}::uuid, ${newEmail}, app_now() + make_interval(hours => ${hours}::int))
    ON CONFLICT (user_id) DO UPDATE
    SET new_email = excluded.new_email, expires_at = excluded.expires_at,
      new_confirmed_at = NULL, old_confirmed_at = NULL`
  await tx.auditEvent.create({ data: { actor: `user:${userId}`, action: 'profile.email_asked' } })
}

export type PendingChange = {
  userId: string
  newEmail: string
  oldEmail: string | null
  language: string
  isNewConfirmed: boolean
  isOldConfirmed: boolean
}

/** Notes that one side has agreed; whoever comes second sees that the first has. Undefined: nothing waits. */
export async function agreeToEmail(
  tx: Tx,
  userId: string,
  side: 'new' | 'old',
): Promise<PendingChange | undefined> {
  const [row] = await tx.$queryRaw<PendingChange[]>`
    UPDATE email_changes c
    SET new_confirmed_at = CASE WHEN ${side} = 'new' THEN coalesce(c.new_confirmed_at, app_now()) ELSE c.new_confirmed_at END,
      old_confirmed_at = CASE WHEN ${side} = 'old' THEN coalesce(c.old_confirmed_at, app_now()) ELSE c.old_confirmed_at END
    FROM users u
    WHERE c.user_id = ${userId}::uuid AND c.expires_at > app_now()
      AND u.id = c.user_id AND u.disabled_at IS NULL AND u.deleted_at IS NULL
    RETURNING c.user_id AS "userId", c.new_email AS "newEmail", u.email AS "oldEmail", u.language,
      c.new_confirmed_at IS NOT NULL AS "isNewConfirmed",
      c.old_confirmed_at IS NOT NULL OR u.email IS NULL AS "isOldConfirmed"`
  return row
}

/** Letters that tell of a changed address: found again by whom they are about, when that person leaves. */
export const changeNotices = (userId: string) => `email_changed:${userId}:`

/**
 * Puts the new e-mail in place. A registration of the same address that waits for its letter is done with, and so
 * are the letters that have gone to the old one.
 * @returns the number of the event
 */
export async function replaceEmail(tx: Tx, { userId, newEmail, oldEmail }: PendingChange): Promise<bigint> {
  await tx.user.update({ where: { id: userId }, data: { email: newEmail } })
  await tx.registration.deleteMany({ where: { email: newEmail } })
  if (oldEmail !== null) await tx.letter.deleteMany({ where: { toAddress: oldEmail } })
  const { id } = await tx.auditEvent.create({
    data: { actor: `user:${userId}`, action: 'profile.email_changed' },
    select: { id: true },
  })
  return id
}

export async function dropEmailChange(tx: Tx, userId: string): Promise<boolean> {
  const { count } = await tx.emailChange.deleteMany({ where: { userId } })
  return count > 0
}
