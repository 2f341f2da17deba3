import type { BillingMonth, MonthState } from '@rodnik/contract/staff-billing'
import type { Tx } from '../../../platform/db.ts'

type Row = Omit<BillingMonth, 'kopecks' | 'startedAt' | 'draftedAt' | 'finalisedAt'> & {
  state: MonthState
  kopecks: bigint
  startedAt: Date
  draftedAt: Date | null
  finalisedAt: Date | null
}

/** Two years are enough to look back on. */
const LISTED = 24

/** Newest first; the slices that are done tell how far a draft is. */
export async function findMonths(tx: Tx, me: string): Promise<BillingMonth[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT to_char(p.period, 'YYYY-MM') AS period, p.state::text, p.slice_count AS slices,
      count(s.done_at)::int AS "doneSlices", coalesce(sum(s.accounts), 0)::int AS accounts,
      coalesce(sum(s.refused), 0)::int AS "refusedAccounts", coalesce(sum(s.total_kopecks), 0)::bigint AS kopecks,
      p.drafted_by = ${me} AS "draftedByMe", p.started_at AS "startedAt", p.drafted_at AS "draftedAt",
      p.finalised_at AS "finalisedAt", p.state = 'draft' AND p.final_asked_by IS NOT NULL AS "isBeingFinalised",
      p.failure
    FROM billing_periods p LEFT JOIN billing_slices s USING (period)
    GROUP BY p.period ORDER BY p.period DESC LIMIT ${LISTED}`
  return rows.map(({ kopecks, startedAt, draftedAt, finalisedAt, ...row }) => ({
    ...row,
    kopecks: Number(kopecks),
    startedAt: startedAt.toISOString(),
    draftedAt: draftedAt?.toISOString() ?? null,
    finalisedAt: finalisedAt?.toISOString() ?? null,
  }))
}
