import type { ChargeRefusal } from '@rodnik/contract/charges'
import type { MonthAgain } from '@rodnik/domain/billing/difference-lines'
import type { ClientBase } from 'pg'
import type { Slice } from '../close/input-account.ts'
import type { Wanted } from './compute-recalculation.ts'
import { FACTS } from './facts.sql.ts'

export type Waiting = Wanted & { id: string; reason: string }

/** $1 the month. Months before it must be final: what they were charged has to stand. */
const WAITING = `
  r.withdrawn_at IS NULL AND r.final_at IS NULL AND r.taken_in IS NULL
  AND coalesce(r.found_on < $1::date + interval '1 month', r.last_period < $1::date)
  AND r.recorded_at <= (SELECT started_at FROM billing_periods WHERE period = $1::date)
  AND NOT EXISTS (SELECT FROM billing_periods p WHERE p.period < $1::date AND p.state <> 'final')`

/** Months first: an inspection rests on what they were charged. */
const FIND_WAITING = `
  SELECT r.id, r.account_id AS "accountId", r.reason, ${FACTS} AS facts
  FROM recalculations r JOIN accounts a ON a.id = r.account_id
  WHERE ${WAITING} AND a.number BETWEEN $2 AND $3
  ORDER BY r.kind, r.first_period, r.recorded_at, r.id
  FOR UPDATE OF r`

/** Held until the slice is done: nobody withdraws one meanwhile. */
export async function findWaiting(
  client: ClientBase,
  period: string,
  { firstNumber, lastNumber }: Slice,
): Promise<Waiting[]> {
  const values = [`${period}-01`, firstNumber, lastNumber]
  return (await client.query<Waiting>({ name: 'waiting-recalculations', text: FIND_WAITING, values })).rows
}

/** The first month that any of those that wait for a draft goes back to; null where none waits. */
export async function firstWaitingPeriod(client: ClientBase, period: string): Promise<string | null> {
  const { rows } = await client.query<{ first: string | null }>(
    `SELECT to_char(min(r.first_period), 'YYYY-MM') AS first FROM recalculations r WHERE ${WAITING}`,
    [`${period}-01`],
  )
  return rows[0]?.first ?? null
}

type Taken = { amountKopecks: number; months: readonly MonthAgain[] }

export async function noteTaken(
  client: ClientBase,
  period: string,
  { id, accountId }: Waiting,
  { amountKopecks, months }: Taken,
): Promise<void> {
  await client.query(
    `UPDATE recalculations SET taken_in = $2::date, amount_kopecks = $3,
       refused_in = NULL, refusal_code = NULL, refusal_subject = NULL, refusal_day = NULL
     WHERE id = $1`,
    [id, `${period}-01`, amountKopecks],
  )
  for (const { period: month, shouldBe } of months) {
    await client.query(
      `INSERT INTO recalculated_months (recalculation_id, account_id, period, taken_in, lines)
       VALUES ($1, $2, $3::date, $4::date, $5::jsonb)`,
      [id, accountId, `${month}-01`, `${period}-01`, JSON.stringify(shouldBe)],
    )
  }
}

export async function noteRefused(
  client: ClientBase,
  period: string,
  { id }: Waiting,
  { code, subject, day }: ChargeRefusal,
): Promise<void> {
  await client.query(
    `UPDATE recalculations SET refused_in = $2::date, refusal_code = $3, refusal_subject = $4, refusal_day = $5::date
     WHERE id = $1`,
    [id, `${period}-01`, code, subject, day],
  )
}
