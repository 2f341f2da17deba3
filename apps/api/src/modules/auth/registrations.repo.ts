import type { Tx } from '../../platform/db.ts'

export type PendingRegistration = {
  email: string
  passwordHash: string
  phone: string
  language: string
  consentVersion: string
  browserHash: Uint8Array
}

/** The newest registration of an address is the one that its letter activates. */
export async function keepRegistration(tx: Tx, pending: PendingRegistration, hours: number): Promise<void> {
  const { email, passwordHash, phone, language, consentVersion, browserHash } = pending
  await tx.$executeRaw`
    INSERT INTO registrations (email, password_hash, phone, language, consent_version, browser_hash, expires_at)
    VALUES (${email}, ${passwordHash}, ${phone}, ${language}, ${consentVersion}, ${browserHash},
      app_now() + make_interval(hours => ${hours}::int))
    ON CONFLICT (email) DO UPDATE SET password_hash = excluded.password_hash, phone = excluded.phone,
      language = excluded.language, consent_version = excluded.consent_version,
      browser_hash = excluded.browser_hash, created_at = app_now(), expires_at = excluded.expires_at`
}

export async function findRegistration(tx: Tx, email: string): Promise<PendingRegistration | undefined> {
  const [row] = await tx.$queryRaw<PendingRegistration[]>`
    SELECT email, password_hash AS "passwordHash", phone, language, consent_version AS "consentVersion",
      browser_hash AS "browserHash"
    FROM registrations WHERE email = ${email} AND expires_at > app_now()`
  return row
}

/** Makes the person of a registration; undefined when the address belongs to somebody by now. */
export async function insertResident(
  tx: Tx,
  { email, passwordHash, phone, language, consentVersion }: PendingRegistration,
): Promise<string | undefined> {
  const [user] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO users (kind, email, phone, language) VALUES ('resident', ${email}, ${phone}, ${language})
    ON CONFLICT (email) DO NOTHING RETURNING id`
  if (!user) return undefined
  await tx.password.create({ data: { userId: user.id, hash: passwordHash } })
  await insertConsent(tx, user.id, consentVersion)
  await tx.registration.deleteMany({ where: { email } })
  await tx.auditEvent.create({ data: { actor: `user:${user.id}`, action: 'profile.activated' } })
  return user.id
}

/** Agreement to the processing of personal data, 152-ФЗ ст. 9. */
export async function insertConsent(tx: Tx, userId: string, version: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO consents (user_id, document, version) VALUES (${userId}::uuid, 'personal_data', ${version})
    ON CONFLICT (user_id, document, version) WHERE withdrawn_at IS NULL DO NOTHING`
}
