import { Client } from 'pg'
import { AppError } from '../../../platform/errors.ts'
import { closePlan, holdMonth } from './draft-plan.repo.ts'

/**
 * Throws a draft away, e.g. of a month that was named by mistake: what it had taken goes on waiting.
 * @throws billing_running when somebody drafts this month at this moment; billing_final when it is final
 */
export async function discardDraft(
  connectionString: string,
  { period, by }: { period: string; by: string },
): Promise<void> {
  const client = new Client({ connectionString, application_name: 'rodnik-billing' })
  await client.connect()
  try {
    if (!(await holdMonth(client, period))) throw new AppError('billing_running')
    await closePlan(client, period)
    await client.query(
      `INSERT INTO audit_events (actor, action, details)
       VALUES ($2, 'billing.discarded', jsonb_build_object('period', $1::text))`,
      [period, by],
    )
  } finally {
    await client.end()
  }
}
