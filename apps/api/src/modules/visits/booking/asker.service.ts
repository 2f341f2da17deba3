import type { RequestVisits, VisitWish } from '@rodnik/contract/visits'
import type { Deps } from '../../../platform/deps.ts'
import { type Asker, accountOf } from '../../requests/index.ts'
import { bookVisit } from './book-visit.service.ts'
import { endBookedVisit } from './end-visit.service.ts'
import { requestVisits } from './request-visits.service.ts'

export type ByAsker = {
  requestId: string
  reader: Asker | { openedId: string }
  actor: string
  key: string
  wish: VisitWish
}

/** @throws as accountOf, bookVisit and endBookedVisit */
export async function changeByAsker(deps: Pick<Deps, 'db'>, change: ByAsker): Promise<RequestVisits> {
  const { wish, ...by } = change
  if (!('openedId' in by.reader)) await accountOf(deps.db, by.reader)
  if (wish.type === 'book') {
    const { type: _type, ...choice } = wish
    await bookVisit(deps, { ...by, choice, isOffice: false })
  } else {
    await endBookedVisit(deps, { ...by, how: wish, isOffice: false })
  }
  return requestVisits(deps, by.requestId, { reader: by.reader })
}
