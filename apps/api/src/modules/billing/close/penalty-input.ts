import type { BilledService } from '@rodnik/contract/charges'
import type { PenaltyPayer } from '@rodnik/contract/reference'
import type { AccountEntry } from '@rodnik/domain/billing/dated-debts'
import type { ClientBase } from 'pg'
import type { Slice } from './input-account.ts'
import type { PenaltyPlan } from './penalty-plan.ts'

/** Whoever was late, or was found to have paid late since the bills of the month before. */
export type LateAccount = {
  id: string
  payer: PenaltyPayer
  entries: AccountEntry[]
  /** Penalties charged before; what was taken over is of days that are not counted here. */
  charged: { service: BilledService; debtPeriod: string; kopecks: number }[] | null
}

/**
 * $1 the month, $2 and $3 numbers, $4 and $5 the newest late month of residents and of organisations. Who is late
 * is told by the index of entries alone; a storno counts on the day of what it undoes.
 */
export const LATE_ACCOUNTS = `
  WITH known AS MATERIALIZED (
    SELECT coalesce(max(ledger_cutoff), 0) AS id FROM billing_periods WHERE period < $1::date AND state = 'final'
  ), late AS MATERIALIZED (
    SELECT a.id, CASE a.kind WHEN 'legal' THEN coalesce(t.penalty_payer, 'legal_general') ELSE 'resident' END AS payer
    FROM accounts a CROSS JOIN known LEFT JOIN legal_terms t ON t.account_id = a.id
    WHERE a.number BETWEEN $2 AND $3 AND EXISTS (
      SELECT FROM ledger_entries e
      WHERE e.account_id = a.id AND e.book = 'receivable'
        AND e.period <= CASE a.kind WHEN 'legal' THEN $5::date ELSE $4::date END
      GROUP BY e.service, e.period
      HAVING sum(e.amount_kopecks) > 0 OR bool_or(e.amount_kopecks < 0 AND e.transaction_id > known.id)
    )
  )
  SELECT late.id, late.payer,
    (SELECT json_agg(json_build_object('service', e.service, 'period', left(e.period::text, 7),
       'on', coalesce(o.occurred_on, t.occurred_on), 'kopecks', e.amount_kopecks,
       'isCharge', coalesce(o.kind, t.kind) IN ('charge', 'opening', 'recalculation'),
       'isOpening', coalesce(o.kind, t.kind) = 'opening'))
     FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id
     LEFT JOIN ledger_transactions o ON o.id = t.reverses_id
     WHERE e.account_id = late.id AND e.book = 'receivable') AS entries,
    (SELECT json_agg(json_build_object('service', c.service, 'debtPeriod', left(c.period::text, 7),
       'kopecks', c.kopecks))
     FROM (
       SELECT e.service, e.period, sum(e.amount_kopecks) AS kopecks
       FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id
       LEFT JOIN ledger_transactions o ON o.id = t.reverses_id
       WHERE e.account_id = late.id AND e.book = 'penalty_receivable'
         AND coalesce(o.kind, t.kind) = 'penalty'
       GROUP BY e.service, e.period
     ) c) AS charged
  FROM late`

const firstDayOf = (month: string | null) => (month === null ? null : `${month}-01`)

export async function readLateAccounts(
  client: ClientBase,
  period: string,
  slice: Slice,
  { untilPeriod: { resident, legal } }: PenaltyPlan,
): Promise<LateAccount[]> {
  if (resident === null && legal === null) return []
  const { rows } = await client.query<LateAccount>({
    name: 'late-accounts',
    text: LATE_ACCOUNTS,
    values: [`${period}-01`, slice.firstNumber, slice.lastNumber, firstDayOf(resident), firstDayOf(legal)],
  })
  return rows
}
