import { availableParallelism } from 'node:os'
import { shiftPeriod } from '@rodnik/domain/calendar/days'
import type { ClientBase } from 'pg'
import { AppError } from '../../../platform/errors.ts'
import { loadReferences, periodsFrom, type ReferenceOf } from '../recalculations/past-references.ts'
import { firstWaitingPeriod } from '../recalculations/waiting.sql.ts'
import { withBillingClient } from './billing-client.ts'
import {
  closePlan,
  type DraftProgress,
  finishPlan,
  holdMonth,
  openPlan,
  pendingSlices,
} from './draft-plan.repo.ts'
import type { PenaltyReference } from './penalty-plan.ts'
import { computeInThreads } from './slice-threads.ts'

export type DraftOptions = {
  connectionString: string
  /** 2026-10. */
  period: string
  referenceOf: ReferenceOf
  penalties: PenaltyReference
  /** Who drafts, as audit events name them. */
  by: string
  /** Throws an earlier draft away first. */
  isAnew?: boolean
  sliceAccounts?: number
  threads?: number
  onProgress?: (progress: DraftProgress) => void
}

/** Accounts of one transaction. */
export const SLICE_ACCOUNTS = 2000

/**
 * Charges every account of the city for a month, as a draft that can be looked at. Cut short at any moment it is
 * gone on with by calling it again: slices that were committed stay, the others are computed.
 * @throws billing_running when somebody drafts this month at this moment; billing_final when it is final;
 *   billing_drafted when there is a draft already and `isAnew` is not set; billing_out_of_order where the month
 *   before is not the last final one
 */
export async function draftPeriod(options: DraftOptions): Promise<DraftProgress> {
  const { connectionString, period, referenceOf, penalties, by, onProgress = () => undefined } = options
  const reference = await referenceOf(period)
  return await withBillingClient(connectionString, async (client) => {
    if (!(await holdMonth(client, period))) throw new AppError('billing_running')
    if (options.isAnew) await closePlan(client, period)
    await openPlan(client, { period, by, sliceAccounts: options.sliceAccounts ?? SLICE_ACCOUNTS })
    const { pending, progress } = await pendingSlices(client, period)
    onProgress({ ...progress })
    const pastReferences = await referencesBack(client, period, referenceOf)
    await computeInThreads(
      pending,
      { connectionString, month: { period, reference, pastReferences, penalties } },
      {
        threads: options.threads ?? availableParallelism(),
        onDone: (totals) => {
          progress.doneAccounts += totals.accounts
          progress.refused += totals.refused
          progress.doneSlices += 1
          onProgress({ ...progress })
        },
      },
    )
    await finishPlan(client, period)
    return progress
  })
}

/** Of the months that recalculations which wait for this draft go back to. */
async function referencesBack(client: ClientBase, period: string, referenceOf: ReferenceOf) {
  const first = await firstWaitingPeriod(client, period)
  return loadReferences(first === null ? [] : periodsFrom(first, shiftPeriod(period, -1)), referenceOf)
}
