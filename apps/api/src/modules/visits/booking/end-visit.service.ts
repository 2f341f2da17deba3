import type { VisitSide } from '@rodnik/contract/visits'
import type { LocalMoment } from '@rodnik/domain/visits/free-windows'
import { hasBegun, isOver, type StandingVisit } from '@rodnik/domain/visits/visit-may'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { letHappen, type Reader, wishOf } from '../../requests/index.ts'
import { asDay } from '../windows/schedule.repo.ts'
import { localNow } from '../windows/schedule.service.ts'
import { auditVisit, endVisit, findBooked, windowOf } from './visits.repo.ts'

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
    /** Nobody has told anything of it in time. */
    | { type: 'unrecorded' }
  isOffice: boolean
}

/**
 * Cancels a visit, or records that nothing came of it; the same wish again changes nothing.
 * @throws not_found; request_state_changed; visit_over: it has begun, or is not over yet
 */
export async function endBookedVisit(deps: Pick<Deps, 'db'>, end: VisitEnd): Promise<void> {
  const now = await localNow(deps)
  await deps.db.$transaction(async (tx) => {
    const { isNew } = await letItEnd(tx, end)
    if (isNew) await endIn(tx, end, now)
  })
}

const letItEnd = (tx: Tx, { requestId, reader, actor, key, how }: VisitEnd) =>
  letHappen(tx, {
    requestId,
    reader,
    actor,
    event: { type: how.type === 'cancel' ? 'visit_cancelled' : 'visit_missed' },
    ...('note' in how && { text: how.note }),
    tells: async () => {
      const visit = await findBooked(tx, requestId)
      return visit ? { ...windowOf(visit), ...missedBy(how) } : undefined
    },
    wish: wishOf(actor, key, how),
  })

async function endIn(tx: Tx, end: VisitEnd, now: LocalMoment): Promise<void> {
  const { requestId, actor, how } = end
  const visit = await findBooked(tx, requestId)
  if (!visit) throw new AppError('visit_over')
  const { id, windowFrom: from, windowTo: to, state, accountId } = visit
  const day = asDay(visit.day)
  assertInTime(end, { state, day, from, to }, now)
  const missed = missedBy(how)
  await endVisit(tx, id, { state: how.type === 'cancel' ? 'cancelled' : 'missed', by: actor, ...missed })
  await auditVisit(tx, {
    actor,
    action: how.type === 'cancel' ? 'visit.cancelled' : 'visit.missed',
    accountId,
    details: { visit: id, request: requestId, day, window: from, ...missed },
  })
}

/** The resident cancels until the window begins, and says that nobody came once it is over. */
function assertInTime({ how, isOffice }: VisitEnd, visit: StandingVisit, now: LocalMoment): void {
  const isTooLate = how.type === 'cancel' && !isOffice && hasBegun(visit, now)
  const isTooEarly = how.type === 'report_nobody' && !isOver(visit, now)
  if (isTooLate || isTooEarly) throw new AppError('visit_over')
}

function missedBy(how: VisitEnd['how']): { missedBy?: VisitSide } {
  if (how.type === 'cancel') return {}
  return { missedBy: how.type === 'missed' ? how.by : 'utility' }
}
