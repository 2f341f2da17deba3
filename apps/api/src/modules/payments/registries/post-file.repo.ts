import type { ClientBase } from 'pg'
import { LIVING_ACCOUNT } from './check-file.repo.ts'

export type PendingRow = {
  id: string
  line: number
  key: string
  accountNumber: string
  paidOn: string
  period: string | null
  amountKopecks: number
  /** Null: nobody knows whose it is, or the account is closed. */
  accountId: string | null
}

export type Outcome = 'credited' | 'waiting' | 'known' | 'different'

/** Whoever posts a file has it alone for as long as the connection lives. False: somebody else is at it. */
export async function holdFile(client: ClientBase, fileId: string): Promise<boolean> {
  const { rows } = await client.query<{ isMine: boolean }>(
    `SELECT pg_try_advisory_lock(hashtextextended('registry:' || $1, 0)) AS "isMine"`,
    [fileId],
  )
  return rows[0]?.isMine ?? false
}

export async function letFileGo(client: ClientBase, fileId: string): Promise<void> {
  await client.query(`SELECT pg_advisory_unlock(hashtextextended('registry:' || $1, 0))`, [fileId])
}

/** After a line, so that no look goes over what is done once more. */
export async function findPending(
  client: ClientBase,
  { fileId, today, afterLine, limit }: { fileId: string; today: string; afterLine: number; limit: number },
): Promise<PendingRow[]> {
  const { rows } = await client.query<Omit<PendingRow, 'amountKopecks'> & { amountKopecks: string }>({
    name: 'registry-pending',
    text: `
      SELECT r.id, r.line, r.key, r.account_number AS "accountNumber", r.paid_on::text AS "paidOn",
        left(r.period::text, 7) AS period, r.amount_kopecks AS "amountKopecks", a.id AS "accountId"
      FROM registry_rows r ${LIVING_ACCOUNT('r')}
      WHERE r.file_id = $1 AND r.state = 'pending' AND r.line > $3 ORDER BY r.line LIMIT $4`,
    values: [fileId, today, afterLine, limit],
  })
  return rows.map((row) => ({ ...row, amountKopecks: Number(row.amountKopecks) }))
}

/** What was posted under these keys, as it stood in its file. */
export async function findPosted(client: ClientBase, profile: string, keys: readonly string[]) {
  const { rows } = await client.query<{ key: string; accountNumber: string; amountKopecks: string }>(
    `SELECT key, account_number AS "accountNumber", amount_kopecks AS "amountKopecks" FROM registry_rows
     WHERE profile = $1 AND key = ANY ($2::text[]) AND state IN ('credited', 'waiting', 'matched', 'returned')`,
    [profile, keys],
  )
  return new Map(rows.map((row) => [row.key, { ...row, amountKopecks: Number(row.amountKopecks) }]))
}

/**
 * Which of the payments a terminal network has brought already, online, under the same number: a bank that does both
 * sends its file for comparing.
 */
export async function findTaken(client: ClientBase, keys: readonly string[]) {
  const { rows } = await client.query<{ key: string; accountNumber: string; amountKopecks: string }>({
    name: 'registry-taken-at-terminals',
    text: `
      SELECT p.txn_id AS key, a.number AS "accountNumber", p.amount_kopecks AS "amountKopecks"
      FROM terminal_payments p JOIN accounts a ON a.id = p.account_id WHERE p.txn_id = ANY ($1::text[])`,
    values: [keys],
  })
  return rows.map((row) => ({ ...row, amountKopecks: Number(row.amountKopecks) }))
}

/** Of two files with the same payment the unique index takes one. */
export async function markRows(
  client: ClientBase,
  rows: readonly { row: PendingRow; outcome: Outcome }[],
): Promise<void> {
  await client.query({
    name: 'registry-mark',
    text: `
      UPDATE registry_rows r SET state = d.state::registry_row_state, account_id = d.account_id,
        payer_name = CASE WHEN d.state = 'waiting' THEN r.payer_name END,
        payer_address = CASE WHEN d.state = 'waiting' THEN r.payer_address END
      FROM unnest($1::bigint[], $2::text[], $3::uuid[]) AS d (id, state, account_id) WHERE r.id = d.id`,
    values: [
      rows.map(({ row }) => row.id),
      rows.map(({ outcome }) => outcome),
      rows.map(({ row, outcome }) => (outcome === 'credited' ? row.accountId : null)),
    ],
  })
}

export async function addToFile(
  client: ClientBase,
  fileId: string,
  counts: Record<Outcome, number>,
): Promise<void> {
  await client.query({
    name: 'registry-count',
    text: `
      UPDATE registry_files SET credited_rows = credited_rows + $2, waiting_rows = waiting_rows + $3,
        known_rows = known_rows + $4, different_rows = different_rows + $5
      WHERE id = $1`,
    values: [fileId, counts.credited, counts.waiting, counts.known, counts.different],
  })
}

/** Only once nothing of it is pending. */
export async function markPosted(client: ClientBase, fileId: string): Promise<void> {
  await client.query(
    `WITH posted AS (
       UPDATE registry_files f SET state = 'posted', finished_at = app_now()
       WHERE id = $1 AND state = 'posting'
         AND NOT EXISTS (SELECT FROM registry_rows r WHERE r.file_id = f.id AND r.state = 'pending')
       RETURNING *
     )
     INSERT INTO audit_events (actor, action, details)
     SELECT received_by, 'registry.posted', jsonb_build_object('file', id, 'name', file_name, 'rows', rows,
       'amountKopecks', amount_kopecks, 'credited', credited_rows, 'waiting', waiting_rows, 'known', known_rows,
       'different', different_rows)
     FROM posted`,
    [fileId],
  )
}
