import type { ClientBase } from 'pg'
import { AppError } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/in-transaction.ts'
import { MONTH_CHANGES } from '../../meters/index.ts'
import { chargesOf } from './charges-of.ts'
import type { Slice } from './input-account.ts'

export type DraftProgress = { doneAccounts: number; doneSlices: number; slices: number; refused: number }

const firstDay = (period: string) => `${period}-01`

/** For as long as the connection lives, so that a process that is killed lets go. False: somebody else has it. */
export async function holdMonth(client: ClientBase, period: string): Promise<boolean> {
  const { rows } = await client.query<{ isMine: boolean }>(
    `SELECT pg_try_advisory_lock(hashtextextended('billing:' || $1, 0)) AS "isMine"`,
    [period],
  )
  return rows[0]?.isMine ?? false
}

/** Whoever records what bills rest on has done so, or waits until the transaction is over. */
export async function waitForChanges(client: Pick<ClientBase, 'query'>): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [MONTH_CHANGES])
}

export async function letGo(client: ClientBase, period: string): Promise<void> {
  await client.query(`SELECT pg_advisory_unlock(hashtextextended('billing:' || $1, 0))`, [period])
}

type Plan = { period: string; by: string; sliceAccounts: number }

/**
 * A month rests on the one before it, as that became final: what its silent meters were charged, what is owed. So
 * months are drafted one after the other; only the very first is free.
 */
async function assertNext(client: ClientBase, period: string): Promise<void> {
  const { rows } = await client.query<{ isNext: boolean }>(
    `SELECT coalesce(max(period) + interval '1 month' = $1::date, true) AS "isNext"
     FROM billing_periods WHERE state = 'final'`,
    [firstDay(period)],
  )
  if (rows[0]?.isNext === false) throw new AppError('billing_out_of_order')
}

/**
 * Cuts the city into slices by account number, unless that was done before.
 * @throws billing_final, billing_drafted, billing_out_of_order
 */
export function openPlan(client: ClientBase, { period, by, sliceAccounts }: Plan): Promise<void> {
  return inTransaction(client, async () => {
    await waitForChanges(client)
    const { rows } = await client.query<{ state: string }>(
      'SELECT state::text FROM billing_periods WHERE period = $1::date FOR UPDATE',
      [firstDay(period)],
    )
    const [known] = rows
    if (known?.state === 'final') throw new AppError('billing_final')
    if (known?.state === 'draft') throw new AppError('billing_drafted')
    if (known) return
    await assertNext(client, period)
    await client.query('SELECT open_charges_of($1::date)', [firstDay(period)])
    await client.query(
      `INSERT INTO billing_periods (period, slice_count, drafted_by)
       SELECT $1::date, ceil(count(*)::numeric / $3), $2 FROM accounts`,
      [firstDay(period), by, sliceAccounts],
    )
    await client.query(
      `INSERT INTO billing_slices (period, slice, first_number, last_number)
       SELECT $1::date, n + 1, min(number), max(number)
       FROM (SELECT number, (row_number() OVER (ORDER BY number) - 1) / $2::int AS n FROM accounts) cut
       GROUP BY n`,
      [firstDay(period), sliceAccounts],
    )
    await client.query(
      `INSERT INTO audit_events (actor, action, details)
       VALUES ($2, 'billing.drafted', jsonb_build_object('period', $1::text))`,
      [period, by],
    )
  })
}

/** Throws a draft away. @throws billing_final */
export function closePlan(client: ClientBase, period: string): Promise<void> {
  return inTransaction(client, async () => {
    const { rows } = await client.query<{ state: string }>(
      'SELECT state::text FROM billing_periods WHERE period = $1::date FOR UPDATE',
      [firstDay(period)],
    )
    const [known] = rows
    if (!known) return
    if (known.state === 'final') throw new AppError('billing_final')
    await client.query(`TRUNCATE ${chargesOf(period)}`)
    await client.query('DELETE FROM refused_charges WHERE period = $1::date', [firstDay(period)])
    await client.query('DELETE FROM penalty_charges WHERE period = $1::date', [firstDay(period)])
    await client.query('DELETE FROM billing_periods WHERE period = $1::date', [firstDay(period)])
  })
}

/** What is left to do, and how far it is. */
export async function pendingSlices(
  client: ClientBase,
  period: string,
): Promise<{ pending: Slice[]; progress: DraftProgress }> {
  const { rows } = await client.query<Slice & { isDone: boolean; accounts: number; refused: number }>(
    `SELECT slice, first_number AS "firstNumber", last_number AS "lastNumber", done_at IS NOT NULL AS "isDone",
       accounts, refused
     FROM billing_slices WHERE period = $1::date ORDER BY slice`,
    [firstDay(period)],
  )
  const done = rows.filter(({ isDone }) => isDone)
  return {
    pending: rows
      .filter(({ isDone }) => !isDone)
      .map(({ slice, firstNumber, lastNumber }) => ({ slice, firstNumber, lastNumber })),
    progress: {
      slices: rows.length,
      doneSlices: done.length,
      doneAccounts: done.reduce((sum, { accounts }) => sum + accounts, 0),
      refused: done.reduce((sum, { refused }) => sum + refused, 0),
    },
  }
}

/** The draft is complete: it can be looked at, and made final by somebody else. */
export async function finishPlan(client: ClientBase, period: string): Promise<void> {
  await client.query(
    `UPDATE billing_periods SET state = 'draft', drafted_at = app_now() WHERE period = $1::date AND state = 'drafting'`,
    [firstDay(period)],
  )
  await client.query(`ANALYZE ${chargesOf(period)}`)
}
