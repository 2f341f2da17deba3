import type { PaymentDifference, ReconciledDay, SitePayment } from '@rodnik/contract/staff-payments'
import type { Deps } from '../../../platform/deps.ts'

type Pool = Deps['pool']
const ISO = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`
const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', ${ISO})`
const MAX_LISTED = 500

export async function findDifferences(pool: Pool, isClosed: boolean): Promise<PaymentDifference[]> {
  const { rows } = await pool.query<PaymentDifference>({
    name: 'payment-differences',
    text: `
      SELECT d.id::text, d.source, d.kind, d.subject, d.our_kopecks::float8 AS "ourKopecks",
        d.their_kopecks::float8 AS "theirKopecks", d.details, d.state::text, ${utc('d.found_at')} AS "foundAt",
        ${utc('d.seen_at')} AS "seenAt", coalesce(nullif(u.name, ''), u.email) AS owner, d.note
      FROM payment_differences d LEFT JOIN users u ON u.id = d.owner_id
      WHERE (d.state = 'closed') = $1
      ORDER BY d.found_at DESC, d.id DESC LIMIT ${MAX_LISTED}`,
    values: [isClosed],
  })
  return rows
}

export async function findReconciledDays(pool: Pool): Promise<ReconciledDay[]> {
  const { rows } = await pool.query<ReconciledDay>(
    `SELECT day::text, source, checked, our_kopecks::float8 AS "ourKopecks", their_kopecks::float8 AS "theirKopecks",
       unknown, ${utc('finished_at')} AS "finishedAt"
     FROM reconciled_days WHERE checked > 0 ORDER BY day DESC, source LIMIT 31`,
  )
  return rows
}

type Settled = { id: string; userId: string; actor: string }

/** False: it is closed, or there is none. */
export async function markTaken(pool: Pool, { id, userId, actor }: Settled): Promise<boolean> {
  const { rowCount } = await pool.query(
    `WITH taken AS (
       UPDATE payment_differences SET state = 'taken', owner_id = $2::uuid WHERE id = $1 AND state <> 'closed'
       RETURNING id, source, kind, subject
     )
     INSERT INTO audit_events (actor, action, details)
     SELECT $3, 'payment_difference.taken', to_jsonb(taken) FROM taken`,
    [id, userId, actor],
  )
  return rowCount === 1
}

export async function markClosed(pool: Pool, { id, userId, actor }: Settled, note: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `WITH closed AS (
       UPDATE payment_differences SET state = 'closed', owner_id = coalesce(owner_id, $2::uuid), note = $4,
         closed_by = $3, closed_at = app_now()
       WHERE id = $1 AND state <> 'closed' RETURNING id, source, kind, subject, note
     )
     INSERT INTO audit_events (actor, action, details)
     SELECT $3, 'payment_difference.closed', to_jsonb(closed) FROM closed`,
    [id, userId, actor, note],
  )
  return rowCount === 1
}

type Wish = { find: string | undefined; only: 'silent' | 'waiting' | 'paid' | undefined; limit: number }

/** Payments on the site, the newest first. */
export async function findSitePayments(pool: Pool, { find, only, limit }: Wish): Promise<SitePayment[]> {
  const { rows } = await pool.query<SitePayment>(
    `SELECT p.id, p.number, p.acquirer, p.acquirer_id AS "acquirerId", p.method::text, p.state::text,
       p.amount_kopecks::float8 AS "amountKopecks", p.reason, ${utc('p.created_at')} AS "createdAt",
       ${utc('p.paid_at')} AS "paidAt", ${utc('p.silent_since')} AS "silentSince",
       (SELECT json_agg(json_build_object('id', a.id, 'number', a.number) ORDER BY a.number)
        FROM payment_parts x JOIN accounts a ON a.id = x.account_id WHERE x.payment_id = p.id) AS accounts
     FROM payments p
     WHERE ($1::text IS NULL OR p.number = $1 OR p.acquirer_id = $1 OR p.id IN (
         SELECT x.payment_id FROM accounts a JOIN payment_parts x ON x.account_id = a.id WHERE a.number = $1))
       AND CASE $2 WHEN 'silent' THEN p.silent_since IS NOT NULL WHEN 'waiting' THEN p.state IN ('created', 'pending')
         WHEN 'paid' THEN p.state = 'paid' ELSE true END
     ORDER BY p.created_at DESC, p.id LIMIT $3`,
    [find ?? null, only ?? null, limit],
  )
  return rows
}
