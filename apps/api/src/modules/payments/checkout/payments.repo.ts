import type { PayMethod, PaymentState } from '@rodnik/contract/payments'
import type { Deps } from '../../../platform/deps.ts'
import type { WantedPart } from './wanted-parts.ts'

export type StoredPayment = {
  id: string
  number: string
  acquirer: string
  method: PayMethod
  state: PaymentState
  amountKopecks: number
  parts: { accountNumber: string; amountKopecks: number }[]
  createdAt: Date
  expiresAt: Date
  paidAt: Date | null
  payUrl: string | null
  qrText: string | null
  isSilent: boolean
  advanceKopecks: number
  acquirerId: string | null
  /** The acquirer has not told in time where it is paid. */
  isStuck: boolean
  /** Whether more than two minutes are left for paying. */
  isFresh: boolean
}

const PAYMENT = `
  SELECT p.id, p.number, p.acquirer, p.method::text, p.state::text, p.amount_kopecks::float8 AS "amountKopecks",
    p.created_at AS "createdAt", p.expires_at AS "expiresAt", p.paid_at AS "paidAt", p.pay_url AS "payUrl",
    p.qr_text AS "qrText", p.silent_since IS NOT NULL AS "isSilent",
    p.expires_at > app_now() + interval '2 minutes' AS "isFresh", p.acquirer_id AS "acquirerId",
    p.pay_url IS NULL AND p.qr_text IS NULL AND p.created_at < app_now() - interval '20 seconds' AS "isStuck",
    (SELECT json_agg(json_build_object('accountNumber', a.number, 'amountKopecks', x.amount_kopecks) ORDER BY a.number)
     FROM payment_parts x JOIN accounts a ON a.id = x.account_id WHERE x.payment_id = p.id) AS parts,
    coalesce((SELECT -sum(e.amount_kopecks)::float8 FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id
     WHERE t.operation = 'payment:site:' || p.number AND e.book = 'receivable' AND e.period IS NULL), 0) AS "advanceKopecks"
  FROM payments p WHERE `

type Pool = Pick<Deps['pool'], 'query'>

export async function findPayment(pool: Pool, id: string): Promise<StoredPayment | undefined> {
  const { rows } = await pool.query<StoredPayment>({
    name: 'payment-by-id',
    text: `${PAYMENT} p.id = $1::uuid`,
    values: [id],
  })
  return rows[0]
}

/** The order of the same wish that can still be paid. */
export async function findOpenPayment(pool: Pool, openKey: Buffer): Promise<StoredPayment | undefined> {
  const { rows } = await pool.query<StoredPayment>({
    name: 'payment-open',
    text: `${PAYMENT} p.open_key = $1 AND p.state IN ('created', 'pending')`,
    values: [openKey],
  })
  return rows[0]
}

export async function findByRequest(
  pool: Pool,
  requestKey: string,
): Promise<{ id: string; requestHash: Buffer } | undefined> {
  const { rows } = await pool.query<{ id: string; requestHash: Buffer }>({
    name: 'payment-by-request',
    text: 'SELECT id, request_hash AS "requestHash" FROM payments WHERE request_key = $1',
    values: [requestKey],
  })
  return rows[0]
}

export type NewOrderRow = {
  acquirer: string
  method: PayMethod
  amountKopecks: number
  userId: string | null
  email: string | null
  language: string
  requestKey: string
  requestHash: Buffer
  openKey: Buffer
  orderMinutes: number
  parts: readonly WantedPart[]
}

export async function nextPaymentId(pool: Pool): Promise<bigint> {
  const { rows } = await pool.query<{ id: string }>(`SELECT nextval('payment_numbers') AS id`)
  return BigInt(rows[0]?.id ?? 0)
}

/** @throws a unique violation when the same wish has an order already: `payments_open_key`, `payments_request_key` */
export async function insertPayment(pool: Pool, number: string, row: NewOrderRow): Promise<string> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'payment-insert',
    text: `
      WITH opened AS (
        INSERT INTO payments (number, acquirer, method, amount_kopecks, user_id, email, language, request_key,
          request_hash, open_key, expires_at, next_ask_at)
        VALUES ($1, $2, $3::payment_method, $4, $5, $6, $7, $8, $9, $10,
          app_now() + make_interval(mins => $11), app_now() + interval '30 seconds')
        RETURNING id
      ), parted AS (
        INSERT INTO payment_parts (payment_id, account_id, amount_kopecks, penalty_kopecks)
        SELECT opened.id, x."accountId", x."amountKopecks", x."penaltyKopecks"
        FROM opened, jsonb_to_recordset($12::jsonb) AS x ("accountId" uuid, "amountKopecks" bigint, "penaltyKopecks" bigint)
      )
      SELECT id FROM opened`,
    values: [
      number,
      row.acquirer,
      row.method,
      row.amountKopecks,
      row.userId,
      row.email,
      row.language,
      row.requestKey,
      row.requestHash,
      row.openKey,
      row.orderMinutes,
      JSON.stringify(row.parts),
    ],
  })
  const [opened] = rows
  if (!opened) throw new Error('The payment was not stored')
  return opened.id
}

type Opened = { acquirerId: string; payUrl?: string; qrText?: string }

/** The acquirer has taken the order. A callback may have told more meanwhile: the state goes forward only. */
export async function markOpened(pool: Pool, id: string, order: Opened): Promise<void> {
  await pool.query(
    `UPDATE payments SET acquirer_id = $2, pay_url = $3, qr_text = $4,
       state = CASE state WHEN 'created' THEN 'pending' ELSE state END
     WHERE id = $1::uuid`,
    [id, order.acquirerId, order.payUrl ?? null, order.qrText ?? null],
  )
}

/** The acquirer has said that there is no order. */
export async function markRefused(pool: Pool, id: string, reason: string): Promise<void> {
  await pool.query(
    `UPDATE payments SET state = 'failed', reason = $2, next_ask_at = NULL, request_key = NULL, open_key = NULL
     WHERE id = $1::uuid AND state = 'created'`,
    [id, reason],
  )
}

/** Nobody knows whether there is an order: it is asked about by our number, and stands in nobody's way. */
export async function markUnknown(pool: Pool, id: string): Promise<void> {
  await pool.query(
    `UPDATE payments SET silent_since = coalesce(silent_since, app_now()), open_key = NULL WHERE id = $1::uuid`,
    [id],
  )
}

/** Another order may take its place; this one can be paid as long as it lives. */
export async function giveUpPlace(pool: Pool, id: string): Promise<void> {
  await pool.query('UPDATE payments SET open_key = NULL WHERE id = $1::uuid', [id])
}

/** Somebody waits for the answer: the worker asks now rather than by its plan, at most every other second. */
export async function askSoon(pool: Pool, id: string): Promise<void> {
  await pool.query({
    name: 'payment-ask-soon',
    text: `
      UPDATE payments SET next_ask_at = app_now()
      WHERE id = $1::uuid AND state IN ('created', 'pending') AND next_ask_at > app_now()
        AND (asked_at IS NULL OR asked_at < app_now() - interval '2 seconds')`,
    values: [id],
  })
}
