import type { EmailChange, Profile } from '@rodnik/contract/profile'
import type { Tx } from '../../platform/db.ts'
import { languageOf } from '../notifications/index.ts'

const MAX_CONSENTS = 100

type ChangeRow = Omit<EmailChange, 'expiresAt'> & { expiresAt: Date }

async function findEmailChange(tx: Tx, userId: string): Promise<EmailChange | null> {
  const [row] = await tx.$queryRaw<ChangeRow[]>`
    SELECT c.new_email AS "newEmail", c.new_confirmed_at IS NOT NULL AS "isNewConfirmed",
      c.old_confirmed_at IS NOT NULL OR u.email IS NULL AS "isOldConfirmed", c.expires_at AS "expiresAt"
    FROM email_changes c JOIN users u ON u.id = c.user_id
    WHERE c.user_id = ${userId}::uuid AND c.expires_at > app_now()`
  return row ? { ...row, expiresAt: row.expiresAt.toISOString() } : null
}

export async function findProfile(tx: Tx, userId: string): Promise<Profile> {
  const user = await tx.user.findUniqueOrThrow({
    where: { id: userId, deletedAt: null },
    select: {
      kind: true,
      name: true,
      email: true,
      login: true,
      phone: true,
      language: true,
      password: { select: { userId: true } },
      externalIdentities: { select: { fullName: true }, orderBy: { linkedAt: 'asc' }, take: 1 },
      consents: {
        select: { document: true, version: true, acceptedAt: true, withdrawnAt: true },
        orderBy: { acceptedAt: 'desc' },
        take: MAX_CONSENTS,
      },
    },
  })
  const { password, externalIdentities, consents, language, ...rest } = user
  return {
    ...rest,
    language: languageOf(language),
    hasPassword: password !== null,
    gosuslugiName: externalIdentities[0]?.fullName ?? null,
    emailChange: await findEmailChange(tx, userId),
    consents: consents.map(({ acceptedAt, withdrawnAt, ...consent }) => ({
      ...consent,
      acceptedAt: acceptedAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
  }
}

type Facts = { name?: string | undefined; phone?: string | undefined; language?: 'ru' | 'en' | undefined }

/** The events name the fields, never what stood in them: events outlive the profile. */
export async function updateProfile(tx: Tx, userId: string, { name, phone, language }: Facts): Promise<void> {
  const facts = {
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(language !== undefined && { language }),
  }
  await tx.user.update({ where: { id: userId, deletedAt: null }, data: facts })
  const details = { changed: Object.keys(facts) }
  await tx.auditEvent.create({ data: { actor: `user:${userId}`, action: 'profile.changed', details } })
}

/**
 * Unlinks Gosuslugi, if a password remains to sign in with, and ends the other sessions opened by it. False:
 * nothing was linked, or nothing would remain.
 */
export async function unlinkIdentities(tx: Tx, userId: string, exceptSession: string): Promise<boolean> {
  await tx.$queryRaw`SELECT FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
  const gone = await tx.$executeRaw`
    DELETE FROM external_identities
    WHERE user_id = ${userId}::uuid AND EXISTS (SELECT FROM passwords WHERE user_id = ${userId}::uuid)`
  if (gone === 0) return false
  await tx.$executeRaw`
    UPDATE sessions SET ended_at = app_now(), end_reason = 'gosuslugi_unlinked'
    WHERE user_id = ${userId}::uuid AND method = 'esia' AND ended_at IS NULL AND id <> ${exceptSession}::uuid`
  await tx.auditEvent.create({ data: { actor: `user:${userId}`, action: 'profile.gosuslugi_unlinked' } })
  return true
}
