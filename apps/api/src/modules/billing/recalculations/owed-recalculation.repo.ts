import type { Tx } from '../../../platform/db.ts'

/**
 * Final months that were charged before something they rest on was recorded, and that nobody has asked to charge
 * again since. A recalculation goes on from its first month to the last closed one.
 */
export async function findOwed(
  tx: Tx,
  accountId: string,
  closed: { from: string; to: string },
): Promise<{ from: string; to: string } | null> {
  const [owed] = await tx.$queryRaw<{ first: string | null }[]>`
    SELECT to_char(min(greatest(c.from_period, ${`${closed.from}-01`}::date)), 'YYYY-MM') AS first
    FROM month_changes c
    WHERE c.account_id = ${accountId}::uuid
      AND EXISTS (
        SELECT FROM billing_periods p
        WHERE p.state = 'final' AND p.period >= c.from_period AND p.finalised_at < c.recorded_at
      )
      AND NOT EXISTS (
        SELECT FROM recalculations r
        WHERE r.account_id = c.account_id AND r.kind = 'months' AND r.withdrawn_at IS NULL
          AND r.recorded_at >= c.recorded_at
          AND r.first_period <= greatest(c.from_period, ${`${closed.from}-01`}::date)
      )`
  return owed?.first && owed.first <= closed.to ? { from: owed.first, to: closed.to } : null
}
