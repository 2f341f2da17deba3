import type { Tx } from '../../platform/db.ts'

/** Longer, and the paper lies about; shorter, and a weekend is too long. */
const VALID_HOURS = 72

type Issuing = {
  name: string
  inn: string
  kpp: string
  contactEmail: string
  /** Of the last issue; null when there has been none. */
  lastIssueId: string | null
  userId: string | null
}

export async function findIssuing(db: Tx, organisationId: string): Promise<Issuing | undefined> {
  const [row] = await db.$queryRaw<Issuing[]>`
    SELECT o.name, o.inn, o.kpp, o.contact_email AS "contactEmail", i.id AS "lastIssueId", i.user_id AS "userId"
    FROM organisations o
    LEFT JOIN credential_issues i ON i.organisation_id = o.id
      AND NOT EXISTS (SELECT FROM credential_issues n WHERE n.replaces_id = i.id)
    WHERE o.id = ${organisationId}::uuid`
  return row
}

type NewIssue = {
  organisationId: string
  userId: string
  issuedById: string
  replacesId: string | null
  document: string
  reason: string
}

/** The moment and id of the issue; undefined when another one was made first, even at the same instant. */
export async function insertIssue(
  tx: Tx,
  { organisationId, userId, issuedById, replacesId, document, reason }: NewIssue,
): Promise<{ id: string; issuedAt: Date } | undefined> {
  const [row] = await tx.$queryRaw<{ id: string; issuedAt: Date }[]>`
    INSERT INTO credential_issues (organisation_id, user_id, issued_by_id, replaces_id, document, reason)
    VALUES (${organisationId}::uuid, ${userId}::uuid, ${issuedById}::uuid, ${replacesId}::uuid, ${document}, ${reason})
    ON CONFLICT ON CONSTRAINT credential_issues_chain_key DO NOTHING
    RETURNING id, issued_at AS "issuedAt"`
  return row
}

/** The sign-in of an organisation, with a login of its own that stays for good. */
export async function insertSignIn(tx: Tx, { organisationId, userId, name }: SignIn): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO users (id, kind, login, name)
    VALUES (${userId}::uuid, 'organisation', 'U-' || nextval('organisation_logins'), ${name})`
  await tx.membership.create({ data: { organisationId, userId } })
}
type SignIn = { organisationId: string; userId: string; name: string }

/** Good for one entry, which must choose another one. The password before it is gone. */
export async function putOneTimePassword(
  tx: Tx,
  userId: string,
  hash: string,
): Promise<{ login: string; validUntil: Date }> {
  const [row] = await tx.$queryRaw<{ login: string; validUntil: Date }[]>`
    INSERT INTO passwords AS p (user_id, hash, must_change, expires_at)
    VALUES (${userId}::uuid, ${hash}, true, app_now() + make_interval(hours => ${VALID_HOURS}::int))
    ON CONFLICT (user_id) DO UPDATE
      SET hash = EXCLUDED.hash, must_change = true, expires_at = EXCLUDED.expires_at, changed_at = app_now()
    RETURNING p.expires_at AS "validUntil", (SELECT u.login FROM users u WHERE u.id = p.user_id) AS login`
  if (!row) throw new Error('The password was not written')
  return row
}
