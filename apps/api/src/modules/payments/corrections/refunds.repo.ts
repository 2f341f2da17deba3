import type { ClientBase } from 'pg'
import type { Deps } from '../../../platform/deps.ts'

export type DueRefund = {
  id: string
  transactionId: string
  accountId: string
  amountKopecks: number
  askedBy: string
  tries: number
  /** The payment on the site that it gives back of. */
  number: string
  acquirer: string
  acquirerId: string
  /** Whether it is still safe to ask again: acquirers keep the number of a refund for a day. */
  isFresh: boolean
  accountNumber: string
  email: string | null
  /** Of the payment, by refunds that are done. */
  refundedBeforeKopecks: number
}

/** Takes a refund that is due; if the worker is killed, it is tried again with the same number. */
export async function takeDueRefund(pool: Deps['pool']): Promise<DueRefund | undefined> {
  const { rows } = await pool.query<DueRefund>(
    `UPDATE payment_corrections c SET next_try_at = app_now() + interval '1 minute', tries = tries + 1
     FROM ledger_transactions t, payments p
     WHERE c.id = (
       SELECT id FROM payment_corrections x WHERE state = 'asked' AND next_try_at <= app_now()
         -- One after the other of a payment: what the bank has given back tells which of them it was.
         AND NOT EXISTS (SELECT FROM payment_corrections o WHERE o.transaction_id = x.transaction_id
           AND o.kind = 'refund' AND o.state = 'asked' AND (o.asked_at, o.id) < (x.asked_at, x.id))
       ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED
     ) AND t.id = c.transaction_id AND 'payment:site:' || p.number = t.operation
     RETURNING c.id, c.transaction_id::text AS "transactionId", c.account_id AS "accountId",
       c.amount_kopecks::float8 AS "amountKopecks", c.asked_by AS "askedBy", c.tries, p.number, p.acquirer,
       p.acquirer_id AS "acquirerId", p.email, c.asked_at > app_now() - interval '20 hours' AS "isFresh",
       (SELECT number FROM accounts a WHERE a.id = c.account_id) AS "accountNumber",
       (SELECT coalesce(sum(o.amount_kopecks), 0)::float8 FROM payment_corrections o
        WHERE o.transaction_id = c.transaction_id AND o.kind = 'refund'
          AND o.state = 'done') AS "refundedBeforeKopecks"`,
  )
  return rows[0]
}

/** Decides a refund, once. False: it is decided already. */
export async function endRefund(
  client: Pick<ClientBase, 'query'>,
  id: string,
  { state, refusal }: { state: 'done' | 'refused'; refusal: string | null },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE payment_corrections SET state = $2::payment_correction_state, refusal = $3, ended_at = app_now(),
       next_try_at = NULL
     WHERE id = $1::uuid AND state = 'asked'`,
    [id, state, refusal],
  )
  return rowCount === 1
}

/** Nobody tries any more: people have to ask the acquirer. */
export async function giveUpRefund(client: Pick<ClientBase, 'query'>, id: string): Promise<void> {
  await client.query(
    `UPDATE payment_corrections SET next_try_at = NULL, refusal = 'no_answer' WHERE id = $1::uuid AND state = 'asked'`,
    [id],
  )
}

export async function postponeRefund(pool: Deps['pool'], id: string, seconds: number): Promise<void> {
  await pool.query(
    `UPDATE payment_corrections SET next_try_at = app_now() + make_interval(secs => $2)
     WHERE id = $1::uuid AND state = 'asked'`,
    [id, seconds],
  )
}

export type SiteOrder = { number: string; acquirer: string; acquirerId: string }

/** The order on the site that a posting is of. */
export async function findSiteOrder(
  client: Pick<ClientBase, 'query'>,
  transactionId: string,
): Promise<SiteOrder | undefined> {
  const { rows } = await client.query<SiteOrder>(
    `SELECT p.number, p.acquirer, p.acquirer_id AS "acquirerId"
     FROM ledger_transactions t JOIN payments p ON t.operation = 'payment:site:' || p.number WHERE t.id = $1`,
    [transactionId],
  )
  return rows[0]
}

/** All refunds of a posting that were not refused, of whichever account. */
export async function refundsOf(client: Pick<ClientBase, 'query'>, transactionId: string): Promise<number> {
  const { rows } = await client.query<{ kopecks: number }>(
    `SELECT coalesce(sum(amount_kopecks), 0)::float8 AS kopecks FROM payment_corrections
     WHERE transaction_id = $1 AND kind = 'refund' AND state <> 'refused'`,
    [transactionId],
  )
  return rows[0]?.kopecks ?? 0
}
