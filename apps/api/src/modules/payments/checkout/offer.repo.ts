import type { AccountToPay, PayChannel } from '@rodnik/contract/payments'
import type { Deps } from '../../../platform/deps.ts'
import { CHANNEL } from '../channel.sql.ts'
import type { Payer } from './payer.ts'

/** More accounts than that are paid by invoice. */
const MAX_ACCOUNTS = 100

const offerOf = (payable: string) => `
  WITH payable AS MATERIALIZED (${payable})
  SELECT a.id AS "accountId", a.number, coalesce((
    SELECT json_agg(json_build_object('number', r.id::text, 'paidOn', r.occurred_on, 'amountKopecks', r.kopecks, 'channel', r.channel)
      ORDER BY r.occurred_on DESC, r.id DESC)
    FROM (
      SELECT t.id, t.occurred_on, -sum(e.amount_kopecks) - coalesce((SELECT sum(c.amount_kopecks)
          FROM payment_corrections c WHERE c.transaction_id = t.id AND c.account_id = a.id AND c.state = 'done'), 0)
          AS kopecks, ${CHANNEL} AS channel
      FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id
      WHERE e.account_id = a.id AND t.kind IN ('payment', 'transfer') AND t.occurred_on > $2::date - $3::int
        AND NOT EXISTS (SELECT FROM ledger_transactions s WHERE s.reverses_id = t.id)
      GROUP BY t.id
    ) r WHERE r.kopecks > 0
  ), '[]') AS recent, coalesce((
    SELECT json_agg(json_build_object('startedAt', to_char(p.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'amountKopecks', x.amount_kopecks) ORDER BY p.created_at DESC)
    FROM payment_parts x JOIN payments p ON p.id = x.payment_id
    WHERE x.account_id = a.id AND (p.state = 'pending' OR p.state = 'created' AND p.silent_since IS NULL)
      AND p.expires_at > app_now() - interval '1 day'
  ), '[]') AS "underWay"
  FROM payable JOIN accounts a ON a.id = payable.account_id
  ORDER BY a.number`

const OF_PERSON = {
  name: 'payment-offer-of-person',
  text: offerOf(`
    SELECT DISTINCT r.account_id FROM account_rights r
    WHERE r.user_id = $1::uuid AND r.can_pay LIMIT ${MAX_ACCOUNTS}`),
}

const OF_SESSION = {
  name: 'payment-offer-of-session',
  text: offerOf('SELECT account_id FROM live_guest_sessions WHERE id = $1::uuid'),
}

export type PayableAccount = Omit<AccountToPay, 'owed' | 'recent'> & {
  recent: { number: string; paidOn: string; amountKopecks: number; channel: PayChannel }[]
}

/** The accounts that somebody may pay for now, with the payments of the last days. */
export async function findPayable(
  { pool }: Pick<Deps, 'pool'>,
  payer: Payer,
  { today, recentDays }: { today: string; recentDays: number },
): Promise<PayableAccount[]> {
  const who = 'userId' in payer ? { ...OF_PERSON, id: payer.userId } : { ...OF_SESSION, id: payer.sessionId }
  const { rows } = await pool.query<PayableAccount>({
    name: who.name,
    text: who.text,
    values: [who.id, today, recentDays],
  })
  return rows
}

/** Where a person's receipts go when they type nothing else. */
export async function findEmail({ pool }: Pick<Deps, 'pool'>, payer: Payer): Promise<string | null> {
  if (!('userId' in payer)) return null
  const { rows } = await pool.query<{ email: string | null }>({
    name: 'email-of-payer',
    text: 'SELECT email FROM users WHERE id = $1::uuid',
    values: [payer.userId],
  })
  return rows[0]?.email ?? null
}
