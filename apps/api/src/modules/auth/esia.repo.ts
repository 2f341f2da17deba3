import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db.ts'
import type { EsiaMemory, EsiaPerson } from '../../platform/esia.ts'

type NewAttempt = { browserHash: Uint8Array; userId: string | null; memory: EsiaMemory }
export type Returned = { userId: string | null; memory: unknown }

const MINUTES = 10

export async function insertAttempt(tx: Tx, { browserHash, userId, memory }: NewAttempt): Promise<string> {
  const id = randomUUID()
  await tx.$executeRaw`
    INSERT INTO esia_attempts (id, browser_hash, user_id, memory, expires_at)
    VALUES (${id}::uuid, ${browserHash}, ${userId}::uuid, ${JSON.stringify(memory)}::jsonb,
      app_now() + make_interval(mins => ${MINUTES}::int))`
  return id
}

/** Uses the attempt up, in the browser that began it: a second return finds nothing. */
export async function returnAttempt(
  tx: Tx,
  id: string,
  browserHash: Uint8Array,
): Promise<Returned | undefined> {
  const [row] = await tx.$queryRaw<Returned[]>`
    UPDATE esia_attempts SET returned_at = app_now()
    WHERE id = ${id}::uuid AND browser_hash = ${browserHash} AND returned_at IS NULL AND expires_at > app_now()
    RETURNING user_id AS "userId", memory`
  return row
}

/** Remembers who came back until they have agreed to a profile; they get the same time again to read. */
export async function keepNewcomer(tx: Tx, id: string, person: EsiaPerson): Promise<void> {
  await tx.$executeRaw`
    UPDATE esia_attempts SET person = ${JSON.stringify(person)}::jsonb, memory = '{}',
      expires_at = app_now() + make_interval(mins => ${MINUTES}::int)
    WHERE id = ${id}::uuid`
}

/** Once; what Gosuslugi told of them is in the profile then, and nowhere else. */
export async function takeNewcomer(
  tx: Tx,
  id: string,
  browserHash: Uint8Array,
): Promise<EsiaPerson | undefined> {
  const [row] = await tx.$queryRaw<{ person: EsiaPerson }[]>`
    WITH back AS (
      SELECT id, person FROM esia_attempts
      WHERE id = ${id}::uuid AND browser_hash = ${browserHash} AND person IS NOT NULL AND completed_at IS NULL
        AND expires_at > app_now()
      FOR UPDATE
    )
    UPDATE esia_attempts a SET completed_at = app_now(), person = NULL FROM back WHERE a.id = back.id
    RETURNING back.person`
  return row?.person
}

export type KnownIdentity = { userId: string; isOpen: boolean }

export async function findIdentity(
  tx: Tx,
  { issuer, subject }: EsiaPerson,
): Promise<KnownIdentity | undefined> {
  const [row] = await tx.$queryRaw<KnownIdentity[]>`
    SELECT u.id AS "userId", u.disabled_at IS NULL AND u.deleted_at IS NULL AS "isOpen"
    FROM external_identities e JOIN users u ON u.id = e.user_id
    WHERE e.issuer = ${issuer} AND e.subject = ${subject}`
  return row
}

export const fullNameOf = ({ lastName, firstName, middleName }: EsiaPerson): string =>
  [lastName, firstName, middleName].filter(Boolean).join(' ')

/** Binds the identity to a person; false when it has one already, whoever that is. */
export async function insertIdentity(tx: Tx, userId: string, person: EsiaPerson): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO external_identities (issuer, subject, user_id, full_name)
    VALUES (${person.issuer}, ${person.subject}, ${userId}::uuid, ${fullNameOf(person)})
    ON CONFLICT (issuer, subject) DO NOTHING`
  return added === 1
}

/** A profile has one identity of Gosuslugi: a second one would be a second key that its owner does not see. */
export const countIdentities = (tx: Tx, userId: string) => tx.externalIdentity.count({ where: { userId } })

/** Names change; the identity does not. */
export async function renameIdentity(tx: Tx, person: EsiaPerson): Promise<void> {
  const { issuer, subject } = person
  await tx.externalIdentity.updateMany({ where: { issuer, subject }, data: { fullName: fullNameOf(person) } })
}
