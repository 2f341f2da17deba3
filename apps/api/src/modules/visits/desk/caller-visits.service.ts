import type { DeskVisitWish } from '@rodnik/contract/staff-visits'
import type { RequestVisits } from '@rodnik/contract/visits'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { kindsOf } from '../../requests/index.ts'
import { bookVisit } from '../booking/book-visit.service.ts'
import { endBookedVisit } from '../booking/end-visit.service.ts'
import { requestVisits } from '../booking/request-visits.service.ts'
import { seesAll } from './day-visits.service.ts'

type Needed = Pick<Deps, 'db'>

/** @throws not_found for a request of a kind that the member does not work on */
export async function visitsForStaff(deps: Needed, actor: Actor, requestId: string): Promise<RequestVisits> {
  const visits = await requestVisits(deps, requestId, {
    reader: { kinds: kindsOf(actor.roles) },
    isOffice: true,
  })
  return seesAll(actor) ? visits : { ...visits, may: [], windows: [] }
}

export type Work = { requestId: string; key: string; wish: DeskVisitWish }

/** @throws as bookVisit and endBookedVisit */
export async function changeForCaller(
  deps: Needed,
  actor: Actor,
  { requestId, key, wish }: Work,
): Promise<RequestVisits> {
  const by = {
    requestId,
    key,
    reader: { kinds: kindsOf(actor.roles) },
    actor: auditName(actor),
    isOffice: true,
  }
  if (wish.type === 'book') {
    const { type: _type, ...choice } = wish
    await bookVisit(deps, { ...by, choice })
  } else {
    await endBookedVisit(deps, { ...by, how: wish })
  }
  return visitsForStaff(deps, actor, requestId)
}
