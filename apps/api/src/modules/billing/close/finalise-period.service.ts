import { lastDayOfMonth } from '@rodnik/domain/calendar/days'
import type { ClientBase } from 'pg'
import { AppError } from '../../../platform/errors.ts'
import { POST_CHARGES } from './post-charges.sql.ts'

type Wish = { period: string; by: string }

/**
 * Makes a draft final: what it charges is posted to the ledger, a transaction for each slice, all in one go. Of
 * several at once one does it.
 * @throws not_found without a draft; billing_final when it is final already; billing_same_person when whoever
 *   drafted it asks
 */
export async function finalisePeriod(client: ClientBase, { period, by }: Wish): Promise<void> {
  const firstDay = `${period}-01`
  await client.query('BEGIN')
  try {
    const { rows } = await client.query<{ state: string; draftedBy: string }>(
      `SELECT state::text, drafted_by AS "draftedBy" FROM billing_periods WHERE period = $1::date FOR UPDATE`,
      [firstDay],
    )
    assertReady(rows[0], by)
    for (const statement of POST_CHARGES) await client.query(statement(firstDay, lastDayOfMonth(period), by))
    await client.query(
      `UPDATE billing_periods SET state = 'final', finalised_by = $2, finalised_at = app_now() WHERE period = $1::date`,
      [firstDay, by],
    )
    await client.query(
      `INSERT INTO audit_events (actor, action, details)
       VALUES ($2, 'billing.finalised', jsonb_build_object('period', left($1, 7)))`,
      [firstDay, by],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

function assertReady(found: { state: string; draftedBy: string } | undefined, by: string): void {
  if (found?.state === 'final') throw new AppError('billing_final')
  if (found?.state !== 'draft') throw new AppError('not_found')
  if (found.draftedBy === by) throw new AppError('billing_same_person')
}
