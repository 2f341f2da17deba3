import { DocumentKind, type Organisation, type OrganisationCredentials } from '@rodnik/contract/organisations'
import type { Tx } from '../../platform/db.ts'

/** Everything the desk sees of an organisation; undefined when there is none. */
export async function findCard(db: Tx, id: string): Promise<Organisation | undefined> {
  const found = await db.organisation.findUnique({
    where: { id },
    include: {
      accounts: {
        include: { account: { include: { premises: true } } },
        orderBy: { account: { number: 'asc' } },
      },
      documents: { orderBy: [{ shownAt: 'asc' }, { id: 'asc' }] },
    },
  })
  if (!found) return undefined
  const { createdAt, accounts, documents, ...facts } = found
  return {
    ...facts,
    createdAt: createdAt.toISOString(),
    accounts: accounts.map(({ account, addedAt }) => ({
      id: account.id,
      number: account.number,
      street: account.premises.street,
      house: account.premises.house,
      flat: account.premises.flat,
      isClosed: account.closedOn !== null,
      addedAt: addedAt.toISOString(),
    })),
    documents: documents.map(({ kind, reference, shownAt }) => ({
      kind: DocumentKind.parse(kind),
      reference,
      shownAt: shownAt.toISOString(),
    })),
    credentials: await findCredentials(db, id),
    issues: await findIssues(db, id),
  }
}

type CredentialsRow = Omit<OrganisationCredentials, 'validUntil'> & { validUntil: Date | null }

async function findCredentials(db: Tx, organisationId: string): Promise<OrganisationCredentials | null> {
  const [row] = await db.$queryRaw<CredentialsRow[]>`
    SELECT u.login, p.expires_at AS "validUntil",
      CASE WHEN NOT p.must_change THEN 'in_use' WHEN p.expires_at <= app_now() THEN 'expired' ELSE 'waiting' END AS state,
      (SELECT count(*)::int FROM live_sessions s WHERE s.user_id = u.id) AS "openSessions"
    FROM memberships m JOIN users u ON u.id = m.user_id JOIN passwords p ON p.user_id = u.id
    WHERE m.organisation_id = ${organisationId}::uuid
    ORDER BY m.created_at LIMIT 1`
  return row ? { ...row, validUntil: row.validUntil?.toISOString() ?? null } : null
}

type IssueRow = Omit<Organisation['issues'][number], 'issuedAt'> & { issuedAt: Date }

async function findIssues(db: Tx, organisationId: string): Promise<Organisation['issues']> {
  const rows = await db.$queryRaw<IssueRow[]>`
    SELECT i.id, i.issued_at AS "issuedAt", coalesce(nullif(u.name, ''), u.email, '') AS "issuedBy", i.document, i.reason
    FROM credential_issues i LEFT JOIN users u ON u.id = i.issued_by_id
    WHERE i.organisation_id = ${organisationId}::uuid
    ORDER BY i.issued_at DESC, i.id
    LIMIT 100`
  return rows.map((row) => ({ ...row, issuedAt: row.issuedAt.toISOString() }))
}
