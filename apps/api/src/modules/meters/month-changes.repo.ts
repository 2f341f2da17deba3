import type { Tx } from '../../platform/db.ts'

/**
 * The name of a lock: shared by those who change facts, alone for whoever begins a draft or makes it final. So a
 * change is either seen by the draft or recorded after its beginning, whichever commits first.
 */
export const MONTH_CHANGES = 'month-changes'

type MonthChange = {
  accountId: string
  /** 2026-11. */
  from: string
  kind: 'meter_work' | 'review' | 'correction' | 'absence' | 'persons' | 'interruption'
}

/**
 * Notes that bills of a month and of those after it would be made otherwise now, so that none of them goes on
 * silently: a draft becomes stale, a final month wants a recalculation. Gives back the final ones.
 */
export async function noteMonthChange(
  tx: Tx,
  { accountId, from, kind }: MonthChange,
): Promise<{ from: string; to: string } | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${MONTH_CHANGES}, 0))`
  await tx.$executeRaw`
    INSERT INTO month_changes (account_id, from_period, kind)
    VALUES (${accountId}::uuid, ${`${from}-01`}::date, ${kind}::month_change_kind)`
  const [months] = await tx.$queryRaw<{ first: string | null; last: string | null }[]>`
    SELECT to_char(min(period), 'YYYY-MM') AS first, to_char(max(period), 'YYYY-MM') AS last
    FROM billing_periods WHERE state = 'final' AND period >= ${`${from}-01`}::date`
  return months?.first && months.last ? { from: months.first, to: months.last } : null
}
