import type { ReferenceRowOf } from '@rodnik/contract/reference'
import { workingCalendar } from '@rodnik/domain/reference/terms'
import { inForceOn, ofKind } from '@rodnik/domain/reference/validity'
import type { LocalMoment, VisitSchedule } from '@rodnik/domain/visits/free-windows'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { businessDay, findReferenceRows } from '../../info/index.ts'
import { findExceptions, findTakenPlaces, localMoment } from './schedule.repo.ts'

export type Schedule = VisitSchedule & { district: string; rules: ReferenceRowOf<'visit_rules'> }

/** The moment by the wall clock of the city. */
export async function localNow({ db }: Pick<Deps, 'db'>): Promise<LocalMoment> {
  return localMoment(db, (await businessDay({ db })).timeZone)
}

/** What the windows of a district are worked out from, at this moment. @throws reference_missing */
export async function scheduleOf(
  deps: Pick<Deps, 'db'>,
  district: string,
  isPriority: boolean,
): Promise<Schedule> {
  const now = await localNow(deps)
  const [capacity, rules, calendars] = await Promise.all([
    rowsOf(deps.db, 'visit_capacity'),
    rowsOf(deps.db, 'visit_rules'),
    rowsOf(deps.db, 'calendar'),
  ])
  const inForce = inForceOn(rules, now.day)
  if (!inForce) throw new AppError('reference_missing')
  return {
    district,
    capacity: capacity.filter((row) => row.district === district),
    exceptions: await findExceptions(deps.db, district, now.day),
    calendar: workingCalendar(calendars),
    taken: await findTakenPlaces(deps.db, district, now.day),
    rules: inForce,
    now,
    isPriority,
  }
}

async function rowsOf<Kind extends 'visit_capacity' | 'visit_rules' | 'calendar'>(tx: Tx, kind: Kind) {
  return ofKind(
    (await findReferenceRows(tx, kind)).map(({ row }) => row),
    kind,
  )
}
