import { AppError } from '../../../platform/errors.ts'
import { withBillingClient } from './billing-client.ts'
import { closePlan, holdMonth } from './draft-plan.repo.ts'

/**
 * Throws a draft away, e.g. of a month that was named by mistake: what it had taken goes on waiting.
 * @throws billing_running when somebody drafts this month at this moment; billing_final when it is final
 */
export function discardDraft(
  connectionString: string,
  { period, by }: { period: string; by: string },
): Promise<void> {
  return withBillingClient(connectionString, async (client) => {
    if (!(await holdMonth(client, period))) throw new AppError('billing_running')
    await closePlan(client, period)
    await client.query(
      `INSERT INTO audit_events (actor, action, details)
       VALUES ($2, 'billing.discarded', jsonb_build_object('period', $1::text))`,
      [period, by],
    )
  })
}
