import type { ArrivalWindow } from '@rodnik/contract/arrival-window'
import type { RequestVisits } from '@rodnik/contract/visits'
import { freeWindows } from '@rodnik/domain/visits/free-windows'
import { commissionedFrom, officeMay, visitMay } from '@rodnik/domain/visits/visit-may'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { districtOfAccount } from '../../accounts/index.ts'
import { businessDay } from '../../info/index.ts'
import { type Asker, accountOf, type Reader, stepsOf } from '../../requests/index.ts'
import { localNow, scheduleOf } from '../windows/schedule.service.ts'
import { windowsOf } from './book-visit.service.ts'
import { findVisitedRequest, findVisits } from './visits.repo.ts'

type Needed = Pick<Deps, 'db'>

/** Windows for a request that is still to be filed. @throws as accountOf */
export async function windowsFor(deps: Needed, asker: Asker): Promise<ArrivalWindow[]> {
  const { id } = await accountOf(deps.db, asker)
  return freeFor(deps, id, false)
}

async function freeFor(deps: Needed, accountId: string, isPriority: boolean): Promise<ArrivalWindow[]> {
  const district = await districtOfAccount(deps.db, accountId)
  return windowsOf(freeWindows(await scheduleOf(deps, district, isPriority)))
}

/** The visits of a request as its reader sees them. @throws not_found */
export async function requestVisits(
  deps: Needed,
  requestId: string,
  { reader, isOffice = false }: { reader: Reader; isOffice?: boolean },
): Promise<RequestVisits> {
  const { timeZone } = await businessDay(deps)
  const request = await findVisitedRequest(deps.db, requestId, { reader, timeZone })
  if (!request) throw new AppError('not_found')
  const [newest, ...past] = await findVisits(deps.db, requestId)
  const current = newest ?? null
  const standing = { state: request.state, steps: stepsOf(request.kind), happened: request.happened }
  const now = await localNow(deps)
  const may = isOffice ? officeMay(standing, current) : visitMay(standing, current, now)
  const { accountId, isPriority } = request
  const canBook = may.includes('book') && accountId !== null
  return {
    current,
    past,
    may,
    windows: canBook ? await freeFor(deps, accountId, isPriority) : [],
    isPriority,
    commissionedFrom: isPriority ? commissionedFrom(request) : null,
  }
}
