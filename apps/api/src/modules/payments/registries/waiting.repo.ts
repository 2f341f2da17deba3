import type { SuggestedAccount, WaitingPayment } from '@rodnik/contract/staff-unmatched'
import type { ClientBase } from 'pg'
import type { Tx } from '../../../platform/db.ts'
import { Prisma } from '../../../platform/prisma/client.ts'

export type WaitingPlace = { paidOn: string; id: string }
export type WaitingFilter = { amountKopecks: string | undefined; paidOn: string | undefined }

type Row = Omit<WaitingPayment, 'amountKopecks'> & { amountKopecks: bigint }

const among = ({ amountKopecks, paidOn }: WaitingFilter) => Prisma.sql`
  r.state = 'waiting'
  AND ${amountKopecks === undefined ? Prisma.sql`true` : Prisma.sql`r.amount_kopecks = ${BigInt(amountKopecks)}`}
  AND ${paidOn === undefined ? Prisma.sql`true` : Prisma.sql`r.paid_on = ${paidOn}::date`}`

/** Oldest first: whoever waits longest is helped first. */
export async function findWaiting(
  tx: Tx,
  { filter, after, limit }: { filter: WaitingFilter; after: WaitingPlace | null; limit: number },
): Promise<WaitingPayment[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id::text, r.profile, f.file_name AS "fileName", r.line, r.key, r.account_number AS "accountNumber",
      r.paid_on::text AS "paidOn", left(r.period::text, 7) AS period, r.amount_kopecks AS "amountKopecks",
      r.payer_name AS "payerName", r.payer_address AS "payerAddress"
    FROM registry_rows r JOIN registry_files f ON f.id = r.file_id
    WHERE ${among(filter)}
      AND ${after === null ? Prisma.sql`true` : Prisma.sql`(r.paid_on, r.id) > (${after.paidOn}::date, ${BigInt(after.id)})`}
    ORDER BY r.paid_on, r.id LIMIT ${limit}`
  return rows.map((row) => ({ ...row, amountKopecks: Number(row.amountKopecks) }))
}

export async function sumWaiting(tx: Tx, filter: WaitingFilter): Promise<{ count: number; kopecks: number }> {
  const [row] = await tx.$queryRaw<{ count: number; kopecks: bigint }[]>`
    SELECT count(*)::int AS count, coalesce(sum(r.amount_kopecks), 0)::bigint AS kopecks
    FROM registry_rows r WHERE ${among(filter)}`
  return { count: row?.count ?? 0, kopecks: Number(row?.kopecks ?? 0) }
}

export async function findTypedNumber(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ typed: string }[]>`
    SELECT account_number AS typed FROM registry_rows WHERE id = ${BigInt(id)} AND state = 'waiting'`
  return row?.typed
}

const MAX_SUGGESTED = 10

/** Accounts of these numbers, those first that come first among them. */
export async function findSuggested(
  tx: Tx,
  numbers: readonly string[],
  today: string,
): Promise<SuggestedAccount[]> {
  const rows = await tx.$queryRaw<(Omit<SuggestedAccount, 'owedKopecks'> & { owedKopecks: bigint })[]>`
    SELECT a.number, concat_ws(', ', p.street, p.house, nullif(p.flat, '')) AS address,
      a.holder_name AS "holderName", coalesce(a.closed_on <= ${today}::date, false) AS "isClosed",
      coalesce((SELECT sum(amount_kopecks) FROM ledger_entries e WHERE e.account_id = a.id), 0)::bigint
        AS "owedKopecks"
    FROM accounts a JOIN premises p ON p.id = a.premises_id
    WHERE a.number = ANY (${numbers}::char(10)[])
    ORDER BY array_position(${numbers}::text[], a.number::text) LIMIT ${MAX_SUGGESTED}`
  return rows.map((row) => ({ ...row, owedKopecks: Number(row.owedKopecks) }))
}

export type HeldPayment = {
  fileId: string
  line: number
  profile: string
  key: string
  paidOn: string
  period: string | null
  amountKopecks: number
  state: string
}

/** A payment that has waited, whatever became of it; nobody else settles it until the transaction ends. */
export async function holdPayment(client: ClientBase, id: string): Promise<HeldPayment | undefined> {
  const { rows } = await client.query<Omit<HeldPayment, 'amountKopecks'> & { amountKopecks: string }>(
    `SELECT file_id AS "fileId", line, profile, key, paid_on::text AS "paidOn", left(period::text, 7) AS period,
       amount_kopecks AS "amountKopecks", state::text
     FROM registry_rows WHERE id = $1 AND state IN ('waiting', 'matched', 'returned') FOR UPDATE`,
    [id],
  )
  return rows[0] && { ...rows[0], amountKopecks: Number(rows[0].amountKopecks) }
}

/** The way of a payment ends, and who paid it is forgotten. */
export async function settlePayment(
  client: ClientBase,
  id: string,
  to: { state: 'matched'; accountId: string } | { state: 'returned'; accountId: null },
): Promise<void> {
  await client.query(
    `UPDATE registry_rows SET state = $2, account_id = $3, payer_name = NULL, payer_address = NULL WHERE id = $1`,
    [id, to.state, to.accountId],
  )
}

export async function findAccountId(client: ClientBase, number: string): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM accounts WHERE number = $1', [number])
  return rows[0]?.id
}

export async function recordSettled(
  client: ClientBase,
  event: { actor: string; action: string; accountId: string | null; details: object },
): Promise<void> {
  await client.query(
    'INSERT INTO audit_events (actor, action, account_id, details) VALUES ($1, $2, $3, $4)',
    [event.actor, event.action, event.accountId, event.details],
  )
}
