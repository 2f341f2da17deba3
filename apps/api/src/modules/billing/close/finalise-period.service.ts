import { lastDayOfMonth } from '@rodnik/domain/calendar/days'
import type { ClientBase } from 'pg'
import { AppError } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/in-transaction.ts'
import { withBillingClient } from './billing-client.ts'
import { waitForChanges } from './draft-plan.repo.ts'
import { NUMBER_DOCUMENTS, POST_CHARGES } from './post-charges.sql.ts'

type Wish = { period: string; by: string }

/**
 * Makes a draft final: what it charges is posted to the ledger, a transaction for each slice, all in one go. Of
 * several at once one does it.
 * @throws not_found without a draft; billing_final when it is final already; billing_same_person when whoever
 *   drafted it asks; billing_month_runs before the month is over; billing_out_of_order when a month before it is
 *   open still; billing_stale when tariffs, norms, rules or facts of accounts have changed since it was drafted, or a
 *   recalculation was withdrawn
 */
export function finalisePeriod(connectionString: string, wish: Wish): Promise<void> {
  return withBillingClient(connectionString, async (client) => {
    await inTransaction(client, () => noteCutoff(client, wish))
    await inTransaction(client, () => post(client, wish))
  })
}

/**
 * Which transactions were there before the month's own, so that its bills can be told again at any time. The lock
 * waits for those that are being written; it is held for a moment only.
 */
async function noteCutoff(client: ClientBase, wish: Wish): Promise<void> {
  await assertReady(client, wish)
  await client.query('LOCK TABLE ledger_transactions IN SHARE MODE')
  await client.query(
    `UPDATE billing_periods SET ledger_cutoff = (SELECT coalesce(max(id), 0) FROM ledger_transactions)
     WHERE period = $1::date AND state = 'draft'`,
    [`${wish.period}-01`],
  )
}

async function post(client: ClientBase, { period, by }: Wish): Promise<void> {
  const firstDay = `${period}-01`
  await waitForChanges(client)
  await assertReady(client, { period, by })
  for (const statement of POST_CHARGES) {
    await client.query(statement(firstDay, lastDayOfMonth(period), by))
  }
  await client.query(NUMBER_DOCUMENTS, [firstDay])
  await client.query(
    `UPDATE billing_periods SET state = 'final', finalised_by = $2, finalised_at = app_now() WHERE period = $1::date`,
    [firstDay, by],
  )
  await client.query(
    `INSERT INTO audit_events (actor, action, details)
     VALUES ($2, 'billing.finalised', jsonb_build_object('period', $1::text))`,
    [period, by],
  )
}

type Found = { state: string; draftedBy: string; isRunning: boolean; isOutOfOrder: boolean; isStale: boolean }

/** The city's day is asked of its own time zone: a month ends at its midnight. */
const READY = `
  SELECT p.state::text, p.drafted_by AS "draftedBy",
    (app_now() AT TIME ZONE (SELECT value ->> 'timeZone' FROM settings WHERE name = 'city'
       AND valid_from <= p.period ORDER BY valid_from DESC LIMIT 1))::date
      < p.period + interval '1 month' AS "isRunning",
    EXISTS (SELECT FROM billing_periods f WHERE f.state = 'final')
      AND NOT EXISTS (SELECT FROM billing_periods f
        WHERE f.state = 'final' AND f.period = p.period - interval '1 month') AS "isOutOfOrder",
    EXISTS (SELECT FROM reference_values v WHERE v.valid_from < p.period + interval '1 month'
      AND greatest(v.recorded_at, v.withdrawn_at) > p.started_at)
    OR EXISTS (SELECT FROM month_changes c WHERE c.from_period <= p.period AND c.recorded_at > p.started_at)
    OR EXISTS (SELECT FROM recalculations r WHERE r.taken_in = p.period AND r.withdrawn_at IS NOT NULL) AS "isStale"
  FROM billing_periods p WHERE p.period = $1::date FOR UPDATE`

/** @throws as finalisePeriod */
export async function assertReady(client: Pick<ClientBase, 'query'>, { period, by }: Wish): Promise<void> {
  const { rows } = await client.query<Found>(READY, [`${period}-01`])
  const [found] = rows
  if (found?.state === 'final') throw new AppError('billing_final')
  if (found?.state !== 'draft') throw new AppError('not_found')
  if (found.draftedBy === by) throw new AppError('billing_same_person')
  if (found.isRunning) throw new AppError('billing_month_runs')
  if (found.isOutOfOrder) throw new AppError('billing_out_of_order')
  if (found.isStale) throw new AppError('billing_stale')
}
