import type { PaymentState } from '@rodnik/contract/payments'
import type { ClientBase } from 'pg'
import type { OrderSeen } from '../../../platform/acquirer.ts'
import type { Deps } from '../../../platform/deps.ts'

export type DuePayment = { id: string; number: string; acquirer: string; acquirerId: string | null }

/** While a worker asks, others leave the payment alone; if it is killed, it is asked about again after that. */
const LEASE = `interval '1 minute'`

/** Takes payments that are due to be asked about, the longest waiting first. */
export async function takeDuePayments(pool: Deps['pool'], limit: number): Promise<DuePayment[]> {
  const { rows } = await pool.query<DuePayment>(
    `UPDATE payments SET next_ask_at = app_now() + ${LEASE}, asked_at = app_now(), asked_count = asked_count + 1
     WHERE id IN (
       SELECT id FROM payments WHERE next_ask_at <= app_now() ORDER BY next_ask_at LIMIT $1 FOR UPDATE SKIP LOCKED
     )
     RETURNING id, number, acquirer, acquirer_id AS "acquirerId"`,
    [limit],
  )
  return rows
}

export type AskedPayment = {
  id: string
  number: string
  acquirer: string
  acquirerId: string | null
  state: PaymentState
  amountKopecks: number
  /** Given back by our own refunds. */
  refundedKopecks: number
  askedCount: number
  /** Negative before the order's end. */
  secondsPastExpiry: number
  now: Date
  createdAt: Date
  /** Null: paid without registration. */
  userId: string | null
  email: string | null
  language: string
  parts: { accountId: string; accountNumber: string; amountKopecks: number; penaltyKopecks: number }[]
}

/** The payment, which nobody else judges until the transaction ends. */
export async function lockPayment(client: ClientBase, id: string): Promise<AskedPayment | undefined> {
  const { rows } = await client.query<AskedPayment>({
    name: 'lock-payment',
    text: `
      SELECT p.id, p.number, p.acquirer, p.acquirer_id AS "acquirerId", p.state::text,
        p.amount_kopecks::float8 AS "amountKopecks",
        p.asked_count AS "askedCount", app_now() AS now, p.created_at AS "createdAt",
        extract(epoch FROM app_now() - p.expires_at)::float8 AS "secondsPastExpiry", p.user_id AS "userId", p.email, p.language,
        (SELECT coalesce(sum(c.amount_kopecks), 0)::float8 FROM ledger_transactions t
         JOIN payment_corrections c ON c.transaction_id = t.id AND c.kind = 'refund' AND c.state <> 'refused'
         WHERE t.operation = 'payment:site:' || p.number) AS "refundedKopecks",
        (SELECT json_agg(json_build_object('accountId', x.account_id, 'accountNumber', a.number,
           'amountKopecks', x.amount_kopecks, 'penaltyKopecks', x.penalty_kopecks) ORDER BY a.number)
         FROM payment_parts x JOIN accounts a ON a.id = x.account_id WHERE x.payment_id = p.id) AS parts
      FROM payments p WHERE p.id = $1::uuid FOR NO KEY UPDATE OF p`,
    values: [id],
  })
  return rows[0]
}

type Noted = {
  id: string
  state: PaymentState
  askAgainSeconds: number | null
  seen?: OrderSeen | undefined
  /** The day and sum that were booked; only with `state: 'paid'`. */
  paid?: { kopecks: number; at: Date } | undefined
}

/**
 * Writes down what was seen. Somebody who wants the acquirer asked at once, and came while it was being asked, is not
 * overruled by the plan.
 */
export async function notePayment(
  client: ClientBase,
  { id, state, askAgainSeconds, seen, paid }: Noted,
): Promise<void> {
  const { acquirerId, reason, maskedPan, rrn }: Partial<OrderSeen> = seen ?? {}
  const told = [acquirerId, reason?.slice(0, 300), maskedPan, rrn, paid?.kopecks, paid?.at]
  await client.query({
    name: 'note-payment',
    text: `
      UPDATE payments SET state = $2::payment_state,
        next_ask_at = CASE WHEN next_ask_at <= app_now() AND $2 <> 'paid' THEN next_ask_at
          ELSE app_now() + make_interval(secs => $3) END,
        silent_since = NULL, acquirer_id = coalesce(acquirer_id, $4), reason = CASE WHEN $2 IN ('failed', 'expired') THEN coalesce($5, reason) END,
        masked_pan = coalesce($6, masked_pan), rrn = coalesce($7, rrn),
        paid_kopecks = coalesce(paid_kopecks, $8), paid_at = coalesce(paid_at, $9)
      WHERE id = $1::uuid`,
    values: [id, state, askAgainSeconds, ...told],
  })
}

/** The acquirer gave no answer. @returns for how many seconds it has not */
export async function noteSilence(pool: Deps['pool'], id: string, retrySeconds: number): Promise<number> {
  const { rows } = await pool.query<{ seconds: number }>(
    `UPDATE payments SET silent_since = coalesce(silent_since, app_now()),
       next_ask_at = CASE WHEN next_ask_at <= app_now() THEN next_ask_at ELSE app_now() + make_interval(secs => $2) END
     WHERE id = $1::uuid
     RETURNING extract(epoch FROM app_now() - silent_since)::float8 AS seconds`,
    [id, retrySeconds],
  )
  return rows[0]?.seconds ?? 0
}

/** For the journal, and for the owners of the accounts: who has paid. */
export async function notePaid(client: ClientBase, { number, userId, parts }: AskedPayment): Promise<void> {
  await client.query({
    name: 'note-paid',
    text: `
      INSERT INTO audit_events (actor, action, account_id, details)
      SELECT $1, 'payment.paid', x."accountId", jsonb_build_object('payment', $2::text, 'amountKopecks', x."amountKopecks")
      FROM jsonb_to_recordset($3::jsonb) AS x ("accountId" uuid, "amountKopecks" bigint)`,
    values: [userId === null ? 'guest:payment' : `user:${userId}`, number, JSON.stringify(parts)],
  })
}
