import type { DebtsLayout } from '@rodnik/contract/bank-profile'
import type { DebtAccount } from '@rodnik/domain/payments/registries/debt-lines'
import type { ClientBase } from 'pg'

const FETCHED = 2000

/** What is owed now: water with advances off, and penalties beside it; nobody owes less than nothing. */
const owing = ({ accounts }: DebtsLayout, isDay: string) => `
  SELECT a.number, a.kind::text, a.holder_name AS "holderName", p.street, p.house, p.flat, l.kopecks
  FROM accounts a
  JOIN premises p ON p.id = a.premises_id
  CROSS JOIN LATERAL (
    SELECT greatest(0, coalesce(sum(e.amount_kopecks) FILTER (WHERE e.book = 'receivable'), 0))
      + greatest(0, coalesce(sum(e.amount_kopecks) FILTER (WHERE e.book = 'penalty_receivable'), 0)) AS kopecks
    FROM ledger_entries e WHERE e.account_id = a.id
  ) l
  WHERE (a.closed_on IS NULL OR a.closed_on > ${isDay})${accounts === 'owing' ? ' AND l.kopecks > 0' : ''}`

/** @param today an ISO day of ours: a cursor takes no parameters */
export async function sumDebts(client: ClientBase, layout: DebtsLayout, today: string) {
  const { rows } = await client.query<{ count: string; kopecks: string }>(
    `SELECT count(*) AS count, coalesce(sum(kopecks), 0) AS kopecks FROM (${owing(layout, '$1::date')}) owed`,
    [today],
  )
  return { count: Number(rows[0]?.count), kopecks: Number(rows[0]?.kopecks) }
}

/** Accounts by number, some at a time; in a transaction of the caller's. */
export async function* debtsOf(
  client: ClientBase,
  layout: DebtsLayout,
  today: string,
): AsyncGenerator<DebtAccount[]> {
  if (!/^\d{4}-\d\d-\d\d$/.test(today)) throw new Error(`${today} is no ISO day`)
  await client.query(`DECLARE debts CURSOR FOR ${owing(layout, `'${today}'::date`)} ORDER BY a.number`)
  for (;;) {
    const { rows } = await client.query<Omit<DebtAccount, 'kopecks'> & { kopecks: string }>(
      `FETCH FORWARD ${FETCHED} FROM debts`,
    )
    if (rows.length === 0) return
    yield rows.map((row) => ({ ...row, kopecks: Number(row.kopecks) }))
  }
}
