import type { CreditedPayment, PaymentCorrection } from '@rodnik/contract/staff-payments'
import type { AccountBook, CreditLine } from '@rodnik/domain/payments/credit-account'
import type { ClientBase } from 'pg'
import type { Deps } from '../../../platform/deps.ts'
import { memberName } from '../../../platform/member-name.sql.ts'
import { CHANNEL } from '../channel.sql.ts'

type Query = Pick<ClientBase, 'query'>

const MAX_LISTED = 200

/** Money credited to an account, by a payment or from another account, the newest first; undefined when there is no such account. */
export async function findCredited(
  pool: Deps['pool'],
  accountId: string,
): Promise<CreditedPayment[] | undefined> {
  const { rows } = await pool.query<{ payments: CreditedPayment[] }>({
    name: 'credited-payments',
    text: `
      SELECT coalesce((
        SELECT json_agg(json_build_object('transaction', t.id::text, 'paidOn', t.occurred_on, 'channel', t.channel,
          'amountKopecks', t.kopecks, 'number', p.number,
          'leftKopecks', t.kopecks - coalesce((SELECT sum(c.amount_kopecks) FROM payment_corrections c
            WHERE c.transaction_id = t.id AND c.account_id = a.id AND c.state <> 'refused'), 0),
          'corrections', coalesce((
            SELECT json_agg(json_build_object('id', c.id, 'kind', c.kind, 'state', c.state,
              'amountKopecks', c.amount_kopecks, 'toAccountId', target.id, 'toAccountNumber', target.number,
              'reason', c.reason,
              'askedBy', ${memberName('c.asked_by')}, 'refusal', c.refusal,
              'askedAt', to_char(c.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY c.asked_at)
            FROM payment_corrections c LEFT JOIN accounts target ON target.id = c.to_account_id
            WHERE c.transaction_id = t.id AND c.account_id = a.id
          ), '[]')) ORDER BY t.occurred_on DESC, t.id DESC)
        FROM (
          SELECT t.id, t.occurred_on, t.operation, -sum(e.amount_kopecks) AS kopecks,
            ${CHANNEL} AS channel
          FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id
          WHERE e.account_id = a.id AND t.kind IN ('payment', 'transfer')
            AND NOT EXISTS (SELECT FROM ledger_transactions s WHERE s.reverses_id = t.id)
          GROUP BY t.id HAVING sum(e.amount_kopecks) < 0
          ORDER BY t.occurred_on DESC, t.id DESC LIMIT ${MAX_LISTED}
        ) t
        LEFT JOIN payments p ON t.operation = 'payment:site:' || p.number
      ), '[]') AS payments
      FROM accounts a WHERE a.id = $1::uuid`,
    values: [accountId],
  })
  return rows[0]?.payments
}

export type NewCorrection = {
  kind: PaymentCorrection['kind']
  state: 'asked' | 'done'
  transactionId: string
  accountId: string
  toAccountId: string | null
  amountKopecks: number
  reason: string
  askedBy: string
  /** Whose wish it is, and which; null where the sender gave it no key. */
  requestKey: string | null
}

/**
 * Notes a correction, with its event for the journal.
 * @throws violation of `payment_corrections_covered` when the payment did not bring so much
 */
export async function insertCorrection(client: Query, correction: NewCorrection): Promise<string> {
  const { kind, state, transactionId, accountId, toAccountId, amountKopecks, reason, askedBy, requestKey } =
    correction
  const { rows } = await client.query<{ id: string }>({
    name: 'insert-correction',
    text: `
      WITH noted AS (
        INSERT INTO payment_corrections (kind, state, transaction_id, account_id, to_account_id, amount_kopecks,
          reason, asked_by, request_key, ended_at, next_try_at)
        VALUES ($1::payment_correction_kind, $2::payment_correction_state, $3, $4::uuid, $5::uuid, $6, $7, $8, $9,
          CASE WHEN $2 = 'done' THEN app_now() END, CASE WHEN $2 = 'asked' THEN app_now() END)
        RETURNING id
      ), audited AS (
        INSERT INTO audit_events (actor, action, account_id, details)
        SELECT $8, 'payment.' || $1, $4::uuid, jsonb_build_object('correctionId', noted.id, 'transaction', $3::text,
          'amountKopecks', $6::bigint, 'toAccountId', $5::text, 'reason', $7::text)
        FROM noted
      )
      SELECT id FROM noted`,
    values: [kind, state, transactionId, accountId, toAccountId, amountKopecks, reason, askedBy, requestKey],
  })
  const [noted] = rows
  if (!noted) throw new Error('The correction was not stored')
  return noted.id
}

/** The payment's own row of the ledger, if it credited the account; the day counts for what is moved. */
export async function findCreditedTransaction(
  client: Query,
  { transactionId, accountId }: Pick<NewCorrection, 'transactionId' | 'accountId'>,
): Promise<{ operation: string; occurredOn: string } | undefined> {
  const { rows } = await client.query<{ operation: string; occurredOn: string }>({
    name: 'credited-transaction',
    text: `
      SELECT t.operation, t.occurred_on::text AS "occurredOn" FROM ledger_transactions t
      WHERE t.id = $1 AND t.kind IN ('payment', 'transfer')
        AND (SELECT sum(e.amount_kopecks) FROM ledger_entries e
          WHERE e.transaction_id = t.id AND e.account_id = $2::uuid) < 0`,
    values: [transactionId, accountId],
  })
  return rows[0]
}

/** What is left of the lines by which a payment credited an account, after the corrections before. */
export async function linesLeft(
  client: Query,
  { transactionId, accountId }: Pick<NewCorrection, 'transactionId' | 'accountId'>,
): Promise<CreditLine[]> {
  const { rows } = await client.query<Omit<CreditLine, 'kopecks'> & { book: AccountBook; kopecks: string }>({
    name: 'credited-lines-left',
    text: `
      SELECT e.book::text, e.service::text, left(e.period::text, 7) AS period, -sum(e.amount_kopecks) AS kopecks
      FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id
      WHERE e.account_id = $2::uuid AND (t.id = $1 OR t.operation IN (
        SELECT c.kind || ':' || c.id FROM payment_corrections c
        WHERE c.transaction_id = $1 AND c.account_id = $2::uuid
      ))
      GROUP BY e.book, e.service, e.period HAVING sum(e.amount_kopecks) <> 0`,
    values: [transactionId, accountId],
  })
  return rows.map((row) => ({ ...row, kopecks: Number(row.kopecks) }))
}

export async function findAccountByNumber(client: Query, number: string): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM accounts WHERE number = $1 AND closed_on IS NULL',
    [number],
  )
  return rows[0]?.id
}

/** The correction that a wish has led to already; `isSame`: it is this very wish. */
export async function findByRequest(
  client: Query,
  wish: Pick<NewCorrection, 'kind' | 'transactionId' | 'accountId' | 'amountKopecks'> & {
    requestKey: string
  },
): Promise<{ id: string; isSame: boolean } | undefined> {
  const { rows } = await client.query<{ id: string; isSame: boolean }>({
    name: 'correction-by-request',
    text: `
      SELECT id, (kind::text, transaction_id, account_id, amount_kopecks) = ($2, $3::bigint, $4::uuid, $5::bigint)
        AS "isSame"
      FROM payment_corrections WHERE request_key = $1`,
    values: [wish.requestKey, wish.kind, wish.transactionId, wish.accountId, wish.amountKopecks],
  })
  return rows[0]
}
