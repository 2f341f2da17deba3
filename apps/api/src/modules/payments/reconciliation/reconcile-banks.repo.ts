import type { Deps } from '../../../platform/deps.ts'
import type { Difference } from './differences.repo.ts'

type Pool = Deps['pool']
type Day = { day: string; timeZone: string }

const LOOKS_BACK_DAYS = 7

/** Days of the city on which files of banks were posted and which have not been compared, the oldest first. */
export async function bankDaysToReconcile(pool: Pool, timeZone: string): Promise<string[]> {
  const { rows } = await pool.query<{ day: string }>({
    name: 'bank-days-to-reconcile',
    text: `
      SELECT DISTINCT (f.finished_at AT TIME ZONE $1)::date::text AS day FROM registry_files f
      WHERE f.state = 'posted' AND f.finished_at > app_now() - make_interval(days => ${LOOKS_BACK_DAYS})
        AND (f.finished_at AT TIME ZONE $1)::date < (app_now() AT TIME ZONE $1)::date
        AND NOT EXISTS (SELECT FROM reconciled_days d
          WHERE d.source = 'registry' AND d.day = (f.finished_at AT TIME ZONE $1)::date)
      ORDER BY 1`,
    values: [timeZone],
  })
  return rows.map(({ day }) => day)
}

const FILES_OF_DAY = `
  SELECT f.id, f.profile, f.file_name FROM registry_files f
  WHERE f.state = 'posted' AND f.finished_at >= $1::date::timestamp AT TIME ZONE $2
    AND f.finished_at < ($1::date + 1)::timestamp AT TIME ZONE $2`

export type ComparedFile = {
  id: string
  fileName: string
  rows: number
  ourKopecks: number
  theirKopecks: number
}

/** What the files of a day say came in by them, and what the ledger has of exactly these payments. */
export async function comparedFiles(pool: Pool, { day, timeZone }: Day): Promise<ComparedFile[]> {
  const { rows } = await pool.query<ComparedFile>({
    name: 'compared-files',
    text: `
      SELECT f.id, f.file_name AS "fileName", count(*)::int AS rows, sum(r.amount_kopecks)::float8 AS "theirKopecks",
        coalesce(sum(e.amount_kopecks), 0)::float8 AS "ourKopecks"
      FROM (${FILES_OF_DAY}) f
      JOIN registry_rows r ON r.file_id = f.id AND r.state IN ('credited', 'waiting', 'matched', 'returned')
      LEFT JOIN ledger_transactions t ON t.operation = 'payment:registry:' || r.profile || ':' || r.key
      LEFT JOIN ledger_entries e ON e.transaction_id = t.id AND e.book = 'bank'
      GROUP BY f.id, f.file_name`,
    values: [day, timeZone],
  })
  return rows
}

/** Rows that a bank sent again with another sum or account than the first time. */
export async function changedRows(pool: Pool, { day, timeZone }: Day): Promise<Difference[]> {
  const { rows } = await pool.query<{ subject: string; fileName: string; ours: number; theirs: number }>({
    name: 'changed-registry-rows',
    text: `
      SELECT r.profile || ':' || r.key AS subject, f.file_name AS "fileName", r.amount_kopecks::float8 AS theirs,
        coalesce((SELECT sum(e.amount_kopecks) FROM ledger_transactions t
          JOIN ledger_entries e ON e.transaction_id = t.id AND e.book = 'bank'
          WHERE t.operation = 'payment:registry:' || r.profile || ':' || r.key), 0)::float8 AS ours
      FROM (${FILES_OF_DAY}) f JOIN registry_rows r ON r.file_id = f.id AND r.state = 'different'
      ORDER BY r.id LIMIT 1000`,
    values: [day, timeZone],
  })
  return rows.map(({ subject, fileName, ours, theirs }) => ({
    source: 'registry',
    kind: 'row_changed',
    subject,
    ourKopecks: ours,
    theirKopecks: theirs,
    details: { file: fileName },
  }))
}

/** So many days a transfer may take before somebody should ask the bank for it. */
const TRANSFER_DAYS = 5

/** Files whose payment order has not come to the settlement account, or came with another sum. */
export async function strayOrders(pool: Pool): Promise<Difference[]> {
  const { rows } = await pool.query<{
    subject: string
    fileName: string
    ours: number
    theirs: number
    came: boolean
  }>({
    name: 'stray-orders',
    text: `
      WITH orders AS (
        SELECT f.profile, ltrim(f.order_number, '0') AS number, f.ordered_on, max(f.file_name) AS file_name,
          max(f.transferred_kopecks) AS one, sum(f.transferred_kopecks) AS together
        FROM registry_files f
        WHERE f.state = 'posted' AND f.order_number IS NOT NULL
          AND f.ordered_on > app_now()::date - 60 AND f.ordered_on <= app_now()::date - ${TRANSFER_DAYS}
        GROUP BY 1, 2, 3
      )
      SELECT concat_ws(':', o.profile, o.number, o.ordered_on) AS subject, o.file_name AS "fileName",
        o.together::float8 AS ours, coalesce(d.amount_kopecks, 0)::float8 AS theirs, d.id IS NOT NULL AS came
      FROM orders o LEFT JOIN LATERAL (
        SELECT d.id, d.amount_kopecks FROM bank_documents d
        WHERE d.documented_on = o.ordered_on AND ltrim(d.number, '0') = o.number
        ORDER BY d.amount_kopecks IN (o.one, o.together) DESC, d.id LIMIT 1
      ) d ON true
      WHERE d.id IS NULL OR d.amount_kopecks NOT IN (o.one, o.together)
      LIMIT 500`,
  })
  return rows.map(({ subject, fileName, ours, theirs, came }) => ({
    source: 'statement',
    kind: came ? 'wrong_amount' : 'money_not_come',
    subject,
    ourKopecks: ours,
    theirKopecks: theirs,
    details: { file: fileName },
  }))
}

/** Payments at terminals under a number that another one has: nothing was booked for them. */
export async function terminalConflicts(pool: Pool): Promise<Difference[]> {
  const { rows } = await pool.query<{ subject: string; ours: number; theirs: number; account: string }>({
    name: 'terminal-conflicts',
    text: `
      SELECT n.code || ':' || c.txn_id AS subject, coalesce(p.amount_kopecks, 0)::float8 AS ours,
        c.amount_kopecks::float8 AS theirs, c.account_number AS account
      FROM terminal_conflicts c JOIN terminal_networks n ON n.id = c.network_id
      LEFT JOIN terminal_payments p ON p.network_id = c.network_id AND p.txn_id = c.txn_id
      WHERE c.seen_at > app_now() - make_interval(days => ${LOOKS_BACK_DAYS}) ORDER BY c.seen_at LIMIT 1000`,
  })
  return rows.map(({ subject, ours, theirs, account }) => ({
    source: 'terminal',
    kind: 'number_used_twice',
    subject,
    ourKopecks: ours,
    theirKopecks: theirs,
    details: { account },
  }))
}

/** Statements tell what has come; without one there is nothing to compare with. */
export async function hasStatements(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ any: boolean }>('SELECT EXISTS (SELECT FROM bank_statements) AS any')
  return rows[0]?.any ?? false
}
