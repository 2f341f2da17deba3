import { AcquirerName } from '@rodnik/contract/payment-rules'
import type { Deps } from '../../../platform/deps.ts'
import type { DuePayment } from '../truth/asked-payment.repo.ts'

type Pool = Deps['pool']

const LOOKS_BACK_DAYS = 7

/**
 * Days of the city whose orders have not been compared yet, the oldest first: those that were over a day ago, when
 * everything a payer can do has been done. A day with orders that could not be asked about is tried again each hour.
 */
export async function daysToReconcile(
  pool: Pool,
  timeZone: string,
): Promise<{ day: string; source: string }[]> {
  const { rows } = await pool.query<{ day: string; source: string }>({
    name: 'days-to-reconcile',
    text: `
      WITH today AS (SELECT (app_now() AT TIME ZONE $1)::date AS day)
      SELECT past.day::date::text AS day, acquirer.name AS source
      FROM today, generate_series(today.day - ${LOOKS_BACK_DAYS}, today.day - 2, interval '1 day') AS past (day),
        unnest($2::text[]) AS acquirer (name)
      WHERE NOT EXISTS (SELECT FROM reconciled_days d WHERE d.day = past.day::date AND d.source = acquirer.name
        AND (d.unknown = 0 OR d.finished_at > app_now() - interval '1 hour'))
      ORDER BY 1, 2`,
    values: [timeZone, AcquirerName.options],
  })
  return rows
}

/** What the ledger has of an order: posted, given back, undone. */
const BOOKED = `
  WITH own AS (
    SELECT t.id FROM ledger_transactions t WHERE t.operation = 'payment:site:' || p.number
    UNION ALL
    SELECT g.id FROM ledger_transactions t
    JOIN payment_corrections c ON c.transaction_id = t.id AND c.kind = 'refund'
    JOIN ledger_transactions g ON g.operation = 'refund:' || c.id
    WHERE t.operation = 'payment:site:' || p.number
  ), whole AS (
    SELECT id FROM own UNION ALL SELECT s.id FROM own JOIN ledger_transactions s ON s.reverses_id = own.id
  )
  SELECT coalesce(sum(e.amount_kopecks), 0)::float8 FROM whole
  JOIN ledger_entries e ON e.transaction_id = whole.id AND e.book = 'bank'`

export async function bookedOf(pool: Pool, paymentId: string): Promise<number> {
  const { rows } = await pool.query<{ kopecks: number }>({
    name: 'booked-of-order',
    text: `SELECT (${BOOKED}) AS kopecks FROM payments p WHERE p.id = $1::uuid`,
    values: [paymentId],
  })
  return rows[0]?.kopecks ?? 0
}

/** Orders of a day, after the one whose number is given. */
export async function ordersOfDay(
  pool: Pool,
  { day, source, timeZone }: { day: string; source: string; timeZone: string },
  afterNumber: string,
): Promise<DuePayment[]> {
  const { rows } = await pool.query<DuePayment>({
    name: 'orders-of-day',
    text: `
      SELECT id, number, acquirer, acquirer_id AS "acquirerId"
      FROM payments
      WHERE created_at >= $1::date::timestamp AT TIME ZONE $2 AND created_at < ($1::date + 1)::timestamp AT TIME ZONE $2
        AND acquirer = $3 AND number > $4
      ORDER BY number LIMIT 100`,
    values: [day, timeZone, source, afterNumber],
  })
  return rows
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
