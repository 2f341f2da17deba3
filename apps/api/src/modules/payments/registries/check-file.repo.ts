import type { RegistryFault } from '@rodnik/contract/staff-registries'
import type { RegistryEnd } from '@rodnik/domain/payments/registries/read-registry'
import type { ClientBase } from 'pg'

export const STAGED =
  'staged_payments (line, key, account_number, paid_on, period, amount_kopecks, payer_name, payer_address)'

/** Names of payers are written to nothing that stays until it is known which of them are needed. */
export async function makeStaged(client: ClientBase): Promise<void> {
  await client.query('DROP TABLE IF EXISTS pg_temp.staged_payments')
  await client.query(
    `CREATE TEMPORARY TABLE staged_payments (
       line int, key text, account_number text, paid_on date, period date, amount_kopecks bigint,
       payer_name text, payer_address text
     ) ON COMMIT DROP`,
  )
}

/** Rows of which the bank's name for the payment stands in the file already. */
export async function findRepeated(client: ClientBase, limit: number) {
  await client.query('ANALYZE staged_payments')
  const { rows } = await client.query<{ line: number; first: number; count: number }>(
    `SELECT s.line, d.first, (count(*) OVER ())::int AS count
     FROM (SELECT key, min(line) AS first FROM staged_payments GROUP BY key HAVING count(*) > 1) d
     JOIN staged_payments s ON s.key = d.key AND s.line > d.first
     ORDER BY s.line LIMIT $1`,
    [limit],
  )
  const repeated = rows.map(
    ({ line, first }): RegistryFault => ({ code: 'repeated_key', line, detail: String(first) }),
  )
  return { repeated, repeatedCount: rows[0]?.count ?? 0 }
}

/** The account that a row names, if it lives; $2 is the day of the city. */
export const LIVING_ACCOUNT = (row: string) => `
  LEFT JOIN accounts a
    ON a.number = CASE WHEN ${row}.account_number ~ '^[0-9]{10}$' THEN ${row}.account_number::char(10) END
      AND (a.closed_on IS NULL OR a.closed_on > $2::date)`

/** Who paid is kept for those rows alone that somebody has to find the account of (152-ФЗ, art. 5 ч. 5). */
export async function keepRows(
  client: ClientBase,
  { fileId, today }: { fileId: string; today: string },
): Promise<void> {
  await client.query(
    `INSERT INTO registry_rows (file_id, line, profile, key, account_number, paid_on, period, amount_kopecks,
       payer_name, payer_address)
     SELECT f.id, s.line, f.profile, s.key, s.account_number, s.paid_on, s.period, s.amount_kopecks,
       CASE WHEN a.id IS NULL THEN s.payer_name END, CASE WHEN a.id IS NULL THEN s.payer_address END
     FROM staged_payments s
     JOIN registry_files f ON f.id = $1
     ${LIVING_ACCOUNT('s')}`,
    [fileId, today],
  )
}

export async function markRefused(client: ClientBase, fileId: string, end: RegistryEnd): Promise<void> {
  await client.query(
    `UPDATE registry_files SET state = 'refused', finished_at = app_now(), faults = $2, fault_count = $3, rows = $4
     WHERE id = $1`,
    [fileId, JSON.stringify(end.faults), end.faultCount, end.totals.count],
  )
  await client.query(
    `INSERT INTO audit_events (actor, action, details)
     SELECT received_by, 'registry.refused', jsonb_build_object('file', id, 'name', file_name, 'faults', fault_count)
     FROM registry_files WHERE id = $1`,
    [fileId],
  )
  await throwPartsAway(client, fileId)
}

export async function markRight(
  client: ClientBase,
  fileId: string,
  totals: RegistryEnd['totals'],
): Promise<void> {
  await client.query(
    `UPDATE registry_files SET state = 'posting', rows = $2, read_rows = $2, amount_kopecks = $3,
       transferred_kopecks = $4, commission_kopecks = $5, order_number = $6, ordered_on = $7
     WHERE id = $1`,
    [
      fileId,
      totals.count,
      totals.amountKopecks,
      totals.transferredKopecks,
      totals.commissionKopecks,
      totals.orderNumber,
      totals.orderedOn,
    ],
  )
  await throwPartsAway(client, fileId)
}

const throwPartsAway = (client: ClientBase, fileId: string) =>
  client.query('DELETE FROM registry_parts WHERE file_id = $1', [fileId])
