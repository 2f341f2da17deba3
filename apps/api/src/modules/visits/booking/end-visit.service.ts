import type { VisitSide } from '@rodnik/contract/visits'
import { hasBegun, isOver } from '@rodnik/domain/visits/visit-may'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { letHappen, type Reader, wishOf } from '../../requests/index.ts'
import { asDay } from '../windows/schedule.repo.ts'
import { localNow } from '../windows/schedule.service.ts'
import { auditVisit, endVisit, findBooked } from './visits.repo.ts'

export type VisitEnd = {
  requestId: string
  reader: Reader
  actor: string
  key: string
  how:
    | { type: 'cancel' }
    /** Whoever waited says so. */
    | { type: 'report_nobody' }
    | { type: 'missed'; by: VisitSide; note: string }
  isOffice: boolean
}

/**
 * Cancels a visit, or records that nothing came of it; the same wish again changes nothing.
 * @throws not_found; request_state_changed; visit_over: it has begun, or is not over yet
 */
export async function endBookedVisit(deps: Pick<Deps, 'db'>, end: VisitEnd): Promise<void> {
  const now = await localNow(deps)
  const { requestId, reader, actor, key, how, isOffice } = end
  await deps.db.$transaction(async (tx) => {
    const { isNew } = await letHappen(tx, {
      requestId,
      reader,
      actor,
      event: { type: how.type === 'cancel' ? 'visit_cancelled' : 'visit_missed' },
      ...('note' in how && { text: how.note }),
      wish: wishOf(actor, key, how),
    })
    if (!isNew) return
    const visit = await findBooked(tx, requestId)
    if (!visit) throw new AppError('visit_over')
    const { id, day, windowFrom: from, windowTo: to, state, accountId } = visit
    const standing = { state, day: asDay(day), from, to }
    if (!isOffice && how.type === 'cancel' && hasBegun(standing, now)) throw new AppError('visit_over')
    if (how.type === 'report_nobody' && !isOver(standing, now)) throw new AppError('visit_over')
    const missedBy = missedByOf(how)
    await endVisit(tx, id, {
      state: missedBy ? 'missed' : 'cancelled',
      by: actor,
      ...(missedBy && { missedBy }),
    })
    await auditVisit(tx, {
      actor,
      action: missedBy ? 'visit.missed' : 'visit.cancelled',
      accountId,
      details: {
        visit: id,
        request: requestId,
        day: standing.day,
        window: from,
        ...(missedBy && { missedBy }),
      },
    })
  })
}

function missedByOf(how: VisitEnd['how']): VisitSide | undefined {
  if (how.type === 'cancel') return undefined
  return how.type === 'missed' ? how.by : 'utility'
}
