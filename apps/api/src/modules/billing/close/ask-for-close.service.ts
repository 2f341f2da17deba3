import type { BillingMonth, DraftReport } from '@rodnik/contract/staff-billing'
import { periodOf, shiftPeriod } from '@rodnik/domain/calendar/days'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { businessDay } from '../../info/index.ts'
import { referenceOf } from '../reference.service.ts'
import { SLICE_ACCOUNTS } from './draft-period.service.ts'
import { closePlan, holdMonth, letGo, openPlan } from './draft-plan.repo.ts'
import { assertReady } from './finalise-period.service.ts'
import { findMonths } from './months.repo.ts'
import { draftReport, type Strange } from './report.repo.ts'

/** Months newest first, and the one whose turn it is: after the last of them, or the one that has just ended. */
export async function billingMonths(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
): Promise<{ months: BillingMonth[]; next: string }> {
  const months = await findMonths(deps.db, auditName(actor))
  const [newest] = months
  const { today } = await businessDay(deps)
  return { months, next: shiftPeriod(newest?.period ?? shiftPeriod(periodOf(today), -2), 1) }
}

const inNumbers = ({ number, kopecks, before }: Strange) => ({
  number,
  kopecks: Number(kopecks),
  beforeKopecks: before === null ? null : Number(before),
})

/** @throws not_found */
export async function reportOf({ db }: Pick<Deps, 'db'>, period: string): Promise<DraftReport> {
  const report = await draftReport(db, period)
  if (!report) throw new AppError('not_found')
  return {
    totals: report.totals.map((row) => ({
      ...row,
      litres: Number(row.litres),
      kopecks: Number(row.kopecks),
    })),
    refused: report.refused,
    penalties: { ...report.penalties, kopecks: Number(report.penalties.kopecks) },
    largest: report.largest.map(inNumbers),
    changed: report.changed.map(inNumbers),
  }
}

/**
 * Plans the month; the worker computes it.
 * @throws billing_running, billing_drafted, billing_final, reference_missing; billing_month_runs for a month that
 *   has not begun
 */
export async function askForDraft(
  deps: Pick<Deps, 'db' | 'pool'>,
  actor: Actor,
  { period, isAnew }: { period: string; isAnew: boolean },
): Promise<void> {
  const { today } = await businessDay(deps)
  if (period > periodOf(today)) throw new AppError('billing_month_runs')
  await referenceOf(deps.db, period)
  const client = await deps.pool.connect()
  try {
    if (!(await holdMonth(client, period))) throw new AppError('billing_running')
    try {
      if (isAnew) await closePlan(client, period)
      await openPlan(client, { period, by: auditName(actor), sliceAccounts: SLICE_ACCOUNTS })
    } finally {
      await letGo(client, period)
    }
  } finally {
    client.release()
  }
}

/** Asks the worker to post the draft. @throws as finalisePeriod */
export async function askForFinal({ pool }: Pick<Deps, 'pool'>, actor: Actor, period: string): Promise<void> {
  const by = auditName(actor)
  await assertReady(pool, { period, by })
  await pool.query(
    `UPDATE billing_periods SET final_asked_by = $2, failure = NULL
     WHERE period = $1::date AND state = 'draft' AND final_asked_by IS NULL`,
    [`${period}-01`, by],
  )
}
