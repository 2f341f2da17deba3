import { mayCount } from '@rodnik/domain/readings/may-count'
import { usedSince } from '@rodnik/domain/readings/meter-face'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { noteMonthChange } from './month-changes.repo.ts'
import { insertCounted, insertReview, lockReviewed, neighboursOf, type Reviewed } from './reviews.repo.ts'

type Decision = { meterId: string; revision: number; counts: boolean; reason: string; by: string }
type Months = { from: string; to: string }

/**
 * Decides of a reading on review, once. What counts becomes a new revision, so that every query for what counts finds
 * it; what does not stays where it is. @throws not_found; already_recorded; facts_refused when it does not fit
 * between its neighbours any more
 */
export async function decideReview(tx: Tx, decision: Decision): Promise<Months | null> {
  const { meterId, revision, counts, reason, by } = decision
  const reading = await lockReviewed(tx, meterId, revision)
  if (!reading) throw new AppError('not_found')
  if (reading.isDecided) throw new AppError('already_recorded')
  const countedRevision = counts ? await count(tx, { meterId, revision }, reading) : null
  await insertReview(tx, { meterId, revision, countedRevision, reason, decidedBy: by })
  const { accountId, period, valueLitres } = reading
  await tx.auditEvent.create({
    data: {
      actor: by,
      action: 'reading.reviewed',
      accountId,
      details: { meterId, revision, period, valueLitres, counts, reason },
    },
  })
  return counts ? noteMonthChange(tx, { accountId, from: period, kind: 'review' }) : null
}

async function count(
  tx: Tx,
  { meterId, revision }: Pick<Decision, 'meterId' | 'revision'>,
  reading: Reviewed,
): Promise<number> {
  const { previousLitres, laterLitres, lastRevision } = await neighboursOf(tx, meterId, reading.period)
  const { valueLitres, wholeDigits } = reading
  const fault = mayCount({ valueLitres, isRollover: reading.isRollover, previousLitres, laterLitres })
  if (fault) throw new AppError('facts_refused', { fields: { valueLitres: fault } })
  const previous = previousLitres === null ? null : { valueLitres: previousLitres }
  const countedRevision = lastRevision + 1
  const usedLitres = usedSince(previous, valueLitres, wholeDigits)
  await insertCounted(tx, { meterId, revision, countedRevision, usedLitres })
  return countedRevision
}
