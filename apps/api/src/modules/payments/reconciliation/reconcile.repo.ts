import type { Deps } from '../../../platform/deps.ts'
import type { DuePayment } from '../truth/asked-payment.repo.ts'

type Pool = Deps['pool']

/** Days after which everything a payer can do has been done, and the acquirer's night has passed. */
const READY = `interval '1 day'`
const LOOKS_BACK_DAYS = 7

/** Days of the city whose orders have not been compared yet, the oldest first. */
export async function daysToReconcile(
  pool: Pool,
  timeZone: string,
): Promise<{ day: string; source: string }[]> {
  const { rows } = await pool.query<{ day: string; source: string }>(
    `SELECT DISTINCT (p.created_at AT TIME ZONE $1)::date::text AS day, p.acquirer AS source
     FROM payments p
     WHERE p.created_at > app_now() - make_interval(days => ${LOOKS_BACK_DAYS})
       AND (p.created_at AT TIME ZONE $1)::date < (app_now() AT TIME ZONE $1 - ${READY})::date
       AND NOT EXISTS (SELECT FROM reconciled_days d
         WHERE d.day = (p.created_at AT TIME ZONE $1)::date AND d.source = p.acquirer)
     ORDER BY 1, 2`,
    [timeZone],
  )
  return rows
}

export type DayPayment = DuePayment & { state: string; amountKopecks: number }

/** Orders of a day, after the one whose number is given. */
export async function ordersOfDay(
  pool: Pool,
  { day, source, timeZone }: { day: string; source: string; timeZone: string },
  afterNumber: string,
): Promise<DayPayment[]> {
  const { rows } = await pool.query<DayPayment>({
    name: 'orders-of-day',
    text: `
      SELECT id, number, acquirer, acquirer_id AS "acquirerId", state::text, amount_kopecks::float8 AS "amountKopecks"
      FROM payments
      WHERE created_at >= $1::date::timestamp AT TIME ZONE $2 AND created_at < ($1::date + 1)::timestamp AT TIME ZONE $2
        AND acquirer = $3 AND number > $4
      ORDER BY number LIMIT 100`,
    values: [day, timeZone, source, afterNumber],
  })
  return rows
}

/** What the ledger has of a day's orders, less what was given back of them. */
export async function bookedOfDay(
  pool: Pool,
  { day, source, timeZone }: { day: string; source: string; timeZone: string },
): Promise<number> {
  const { rows } = await pool.query<{ kopecks: number }>(
    `SELECT coalesce(sum(e.amount_kopecks), 0)::float8 AS kopecks
     FROM payments p JOIN ledger_transactions t ON t.operation = 'payment:site:' || p.number
     JOIN ledger_entries e ON e.transaction_id = t.id AND e.book = 'bank'
     WHERE p.created_at >= $1::date::timestamp AT TIME ZONE $2 AND p.created_at < ($1::date + 1)::timestamp AT TIME ZONE $2
       AND p.acquirer = $3`,
    [day, timeZone, source],
  )
  return rows[0]?.kopecks ?? 0
}

export type UnknownOrder = {
  acquirer: string
  orderNumber: string | null
  acquirerId: string | null
  event: string
}

/** Callbacks, not forged, of orders that we have never opened. */
export async function unknownOrders(pool: Pool, days: number): Promise<UnknownOrder[]> {
  const { rows } = await pool.query<UnknownOrder>(
    `SELECT DISTINCT ON (acquirer, order_number, acquirer_id) acquirer, order_number AS "orderNumber",
       acquirer_id AS "acquirerId", event
     FROM acquirer_events
     WHERE payment_id IS NULL AND authentic = 'yes' AND received_at > app_now() - make_interval(days => $1)
     ORDER BY acquirer, order_number, acquirer_id, id DESC LIMIT 1000`,
    [days],
  )
  return rows
}

type Outcome = {
  day: string
  source: string
  checked: number
  ourKopecks: number
  theirKopecks: number
  unknown: number
}

export async function noteDay(pool: Pool, outcome: Outcome): Promise<void> {
  const { day, source, checked, ourKopecks, theirKopecks, unknown } = outcome
  await pool.query(
    `INSERT INTO reconciled_days (day, source, checked, our_kopecks, their_kopecks, unknown)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (day, source) DO UPDATE SET checked = excluded.checked, our_kopecks = excluded.our_kopecks,
       their_kopecks = excluded.their_kopecks, unknown = excluded.unknown, finished_at = app_now()`,
    [day, source, checked, ourKopecks, theirKopecks, unknown],
  )
}
