import type { BilledService } from '@rodnik/contract/charges'
import type { Tx } from '../../../platform/db.ts'

export type ServiceTotal = {
  service: BilledService
  method: string
  accounts: number
  litres: bigint
  kopecks: bigint
}
export type Refused = { code: string; accounts: number; example: string }
export type Strange = { number: string; kopecks: bigint; before: bigint | null }

export type Penalties = { accounts: number; kopecks: bigint; unknown: number }

export type DraftReport = {
  state: 'drafting' | 'draft' | 'final'
  accounts: number
  refusedAccounts: number
  kopecks: bigint
  totals: ServiceTotal[]
  /** Accounts without a charge, by reason. */
  refused: Refused[]
  penalties: Penalties
  largest: Strange[]
  /** More than three times the month before, or less than a third of it; the widest first. */
  changed: Strange[]
}

const LISTED = 20
/** A change that is a few roubles is none. */
const LEAST_CHANGE_KOPECKS = 10_000

/** What is looked at before a month becomes final. Undefined: there is no draft. */
export async function draftReport(tx: Tx, period: string): Promise<DraftReport | undefined> {
  const day = `${period}-01`
  const [head] = await tx.$queryRaw<
    Pick<DraftReport, 'state' | 'accounts' | 'refusedAccounts' | 'kopecks'>[]
  >`
    SELECT p.state::text, coalesce(sum(s.accounts), 0)::int AS accounts,
      coalesce(sum(s.refused), 0)::int AS "refusedAccounts", coalesce(sum(s.total_kopecks), 0)::bigint AS kopecks
    FROM billing_periods p LEFT JOIN billing_slices s USING (period)
    WHERE p.period = ${day}::date GROUP BY p.state`
  if (!head) return undefined
  return {
    ...head,
    totals: await totalsOf(tx, day),
    refused: await refusedOf(tx, day),
    penalties: await penaltiesOf(tx, day),
    largest: await largestOf(tx, day),
    changed: await changedOf(tx, day),
  }
}

const totalsOf = (tx: Tx, day: string) => tx.$queryRaw<ServiceTotal[]>`
  SELECT service::text, method, count(*)::int AS accounts, sum(litres)::bigint AS litres,
    sum(amount_kopecks)::bigint AS kopecks
  FROM charges WHERE period = ${day}::date GROUP BY service, method ORDER BY service, kopecks DESC`

const refusedOf = (tx: Tx, day: string) => tx.$queryRaw<Refused[]>`
  SELECT r.code, count(*)::int AS accounts, min(a.number) AS example
  FROM refused_charges r JOIN accounts a ON a.id = r.account_id
  WHERE r.period = ${day}::date GROUP BY r.code ORDER BY accounts DESC`

async function penaltiesOf(tx: Tx, day: string): Promise<Penalties> {
  const [penalties] = await tx.$queryRaw<Penalties[]>`
    SELECT count(DISTINCT account_id)::int AS accounts, coalesce(sum(amount_kopecks), 0)::bigint AS kopecks,
      (SELECT coalesce(sum(unknown_penalties), 0)::int FROM billing_slices WHERE period = ${day}::date) AS unknown
    FROM penalty_charges WHERE period = ${day}::date`
  return penalties ?? { accounts: 0, kopecks: 0n, unknown: 0 }
}

const largestOf = (tx: Tx, day: string) => tx.$queryRaw<Strange[]>`
  SELECT a.number, c.kopecks, NULL::bigint AS before FROM (
    SELECT account_id, sum(amount_kopecks)::bigint AS kopecks FROM charges WHERE period = ${day}::date
    GROUP BY account_id ORDER BY kopecks DESC LIMIT ${LISTED}
  ) c JOIN accounts a ON a.id = c.account_id ORDER BY c.kopecks DESC`

const changedOf = (tx: Tx, day: string) => tx.$queryRaw<Strange[]>`
  WITH now AS (
    SELECT account_id, sum(amount_kopecks)::bigint AS kopecks FROM charges
    WHERE period = ${day}::date GROUP BY account_id
  ), before AS (
    SELECT account_id, sum(amount_kopecks)::bigint AS kopecks FROM charges
    WHERE period = (${day}::date - interval '1 month')::date GROUP BY account_id
  )
  SELECT a.number, now.kopecks, before.kopecks AS before
  FROM now JOIN before USING (account_id) JOIN accounts a ON a.id = now.account_id
  WHERE abs(now.kopecks - before.kopecks) >= ${LEAST_CHANGE_KOPECKS}
    AND (now.kopecks > 3 * before.kopecks OR 3 * now.kopecks < before.kopecks)
  ORDER BY abs(now.kopecks - before.kopecks) DESC LIMIT ${LISTED}`
