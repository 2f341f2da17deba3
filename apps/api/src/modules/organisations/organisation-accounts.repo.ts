import type { Tx } from '../../platform/db.ts'

export type AccountFault = 'unknown' | 'not_legal' | 'closed' | 'taken'
export type AddedAccount = { number: string; accountId: string | null; fault: AccountFault | null }

/**
 * Gives accounts to an organisation. An account belongs to one at a time: whoever comes second, even at the same
 * instant, ends at the primary key.
 */
export function insertAccounts(tx: Tx, organisationId: string, numbers: string[]): Promise<AddedAccount[]> {
  return tx.$queryRaw<AddedAccount[]>`
    WITH found AS MATERIALIZED (
      SELECT w.number, a.id, a.kind, a.closed_on
      FROM (SELECT DISTINCT unnest(${numbers}::text[])::char(10) AS number) w
      LEFT JOIN accounts a ON a.number = w.number
    ), added AS (
      INSERT INTO organisation_accounts (account_id, organisation_id)
      SELECT id, ${organisationId}::uuid FROM found WHERE kind = 'legal' AND closed_on IS NULL
      ORDER BY id
      ON CONFLICT (account_id) DO NOTHING
      RETURNING account_id
    )
    SELECT f.number::text, f.id AS "accountId", CASE
        WHEN f.id IS NULL THEN 'unknown'
        WHEN f.kind <> 'legal' THEN 'not_legal'
        WHEN f.closed_on IS NOT NULL THEN 'closed'
        WHEN d.account_id IS NULL THEN 'taken'
      END AS fault
    FROM found f LEFT JOIN added d ON d.account_id = f.id`
}

/** Whether it was theirs. */
export async function deleteAccount(tx: Tx, organisationId: string, accountId: string): Promise<boolean> {
  const { count } = await tx.organisationAccount.deleteMany({ where: { organisationId, accountId } })
  return count === 1
}
