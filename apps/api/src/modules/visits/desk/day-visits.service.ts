import type { DayVisit, District } from '@rodnik/contract/staff-visits'
import { isOver } from '@rodnik/domain/visits/visit-may'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { findDistricts } from '../../accounts/index.ts'
import { auditVisit } from '../booking/visits.repo.ts'
import { localNow } from '../windows/schedule.service.ts'
import { assign, findDayVisits, findInspectors, findUnrecordedVisits } from './day-visits.repo.ts'

type Needed = Pick<Deps, 'db'>
type Day = {
  today: string
  day: string
  visits: DayVisit[]
  unrecorded: DayVisit[]
  districts: District[]
  inspectors: { id: string; name: string }[]
}

/** Who sees the visits of all; an inspector who is nothing else sees their own. */
export const seesAll = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  roles.includes('operator') || roles.includes('administrator')

export async function dayVisits(
  deps: Needed,
  actor: Actor,
  { day: wished, district }: { day?: string | undefined; district?: string | undefined },
): Promise<Day> {
  const now = await localNow(deps)
  const day = wished ?? now.day
  const inspectorId = seesAll(actor) ? undefined : actor.userId
  const [found, unrecorded, districts, inspectors] = await Promise.all([
    findDayVisits(deps.db, { day, district, inspectorId }),
    findUnrecordedVisits(deps.db, now.day, { district, inspectorId }),
    findDistricts(deps.db),
    seesAll(actor) ? findInspectors(deps.db) : [],
  ])
  const visits = found.map((visit) => ({ ...visit, isLate: visit.state === 'booked' && isOver(visit, now) }))
  const waited = unrecorded.map((visit) => ({ ...visit, isLate: true }))
  return { today: now.day, day, visits, unrecorded: waited, districts, inspectors }
}

/** @returns how many were given to somebody else than before. @throws not_found for somebody who is no inspector */
export async function assignVisits(
  { db }: Needed,
  actor: Actor,
  { visitIds, inspectorId }: { visitIds: string[]; inspectorId: string | null },
): Promise<number> {
  return db.$transaction(async (tx) => {
    const isKnown = inspectorId === null || (await findInspectors(tx)).some(({ id }) => id === inspectorId)
    if (!isKnown) throw new AppError('not_found')
    const assigned = await assign(tx, visitIds, inspectorId)
    for (const { id, accountId, before } of assigned) {
      const details = { visit: id, before: { inspector: before }, after: { inspector: inspectorId } }
      await auditVisit(tx, { actor: auditName(actor), action: 'visit.assigned', accountId, details })
    }
    return assigned.length
  })
}
