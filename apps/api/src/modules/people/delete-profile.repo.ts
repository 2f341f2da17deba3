import type { Tx } from '../../platform/db.ts'
import { changeNotices } from './email-change.repo.ts'

export type Leaver = { email: string | null; language: string }

/** Empties the row of the person, once; undefined when that has been done. What refers to it keeps its id alone. */
export async function emptyUser(tx: Tx, userId: string): Promise<Leaver | undefined> {
  const [row] = await tx.$queryRaw<Leaver[]>`
    WITH known AS MATERIALIZED (
      SELECT id, email, language FROM users
      WHERE id = ${userId}::uuid AND kind = 'resident' AND deleted_at IS NULL FOR UPDATE
    ), emptied AS (
      UPDATE users u SET email = NULL, phone = NULL, name = '', deleted_at = app_now()
      FROM known WHERE u.id = known.id
    )
    SELECT email, language FROM known`
  return row
}

/** What only the person needed: gone. Consents stay without a name, as proof that the law was kept to. */
export async function eraseTraces(tx: Tx, userId: string, email: string | null): Promise<void> {
  const own = { where: { userId } }
  await tx.password.deleteMany(own)
  await tx.externalIdentity.deleteMany(own)
  await tx.$executeRaw`
    DELETE FROM letters l USING email_changes c
    WHERE c.user_id = ${userId}::uuid AND l.to_address = c.new_email AND l.template = 'email_new'`
  await tx.emailChange.deleteMany(own)
  await tx.dataExport.deleteMany(own)
  await tx.esiaAttempt.deleteMany(own)
  await tx.session.deleteMany(own)
  await tx.$executeRaw`
    UPDATE consents SET withdrawn_at = app_now() WHERE user_id = ${userId}::uuid AND withdrawn_at IS NULL`
  await tx.oneTimeToken.deleteMany({
    where: { subject: { in: [userId, ...(email === null ? [] : [email])] } },
  })
  await tx.$executeRaw`UPDATE payments SET email = NULL WHERE user_id = ${userId}::uuid AND email IS NOT NULL`
  await tx.$executeRaw`UPDATE requests SET email = NULL WHERE user_id = ${userId}::uuid AND email IS NOT NULL`
  await tx.$executeRaw`
    UPDATE visits v SET entrance = '', phone = '' FROM requests r
    WHERE r.id = v.request_id AND r.user_id = ${userId}::uuid AND (v.entrance <> '' OR v.phone <> '')`
  // The name for an account is theirs too, of links that ended long ago as well.
  await tx.$executeRaw`UPDATE account_links SET label = '' WHERE user_id = ${userId}::uuid AND label <> ''`
  await tx.$executeRaw`
    UPDATE helper_invitations SET email = '', withdrawn_at = coalesce(withdrawn_at, app_now())
    WHERE inviter_id = ${userId}::uuid OR email = ${email}`
  await tx.letter.deleteMany({ where: { dedupeKey: { startsWith: changeNotices(userId) } } })
  if (email === null) return
  await tx.registration.deleteMany({ where: { email } })
  await tx.letter.deleteMany({ where: { toAddress: email } })
}

export const findLinkedAccounts = (tx: Tx, userId: string) =>
  tx.accountLink.findMany({
    where: { userId, endedAt: null },
    select: { accountId: true },
    orderBy: { accountId: 'asc' },
  })

/** When it was, for the last letter. */
export async function recordDeletion(tx: Tx, userId: string): Promise<string> {
  const event = await tx.auditEvent.create({
    data: { actor: `user:${userId}`, action: 'profile.deleted' },
    select: { at: true },
  })
  return event.at.toISOString()
}
