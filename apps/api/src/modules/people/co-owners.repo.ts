import type { CoOwner } from '@rodnik/contract/helpers'
import type { Tx } from '../../platform/db.ts'
import { maskedEmail } from '../../platform/masked-contacts.ts'
import type { OwnedAccount } from './helpers.repo.ts'

type Row = { email: string | null; since: Date }

/** The other owners of an account that the person owns. */
export async function findCoOwners(tx: Tx, { userId, accountId }: OwnedAccount): Promise<CoOwner[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT u.email, l.created_at AS since
    FROM account_rights mine
    JOIN account_rights r ON r.account_id = mine.account_id AND r.role = 'owner' AND r.user_id <> mine.user_id
    JOIN account_links l ON l.id = r.link_id
    JOIN users u ON u.id = r.user_id
    WHERE mine.user_id = ${userId}::uuid AND mine.account_id = ${accountId}::uuid AND mine.role = 'owner'
    ORDER BY l.created_at LIMIT 100`
  return rows.map(({ email, since }) => ({
    maskedEmail: email === null ? null : maskedEmail(email),
    since: since.toISOString(),
  }))
}
