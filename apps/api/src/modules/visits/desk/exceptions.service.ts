import type { VisitException } from '@rodnik/contract/staff-visits'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { violatedConstraint } from '../../../platform/outage.ts'
import { findDistricts } from '../../accounts/index.ts'
import { auditVisit } from '../booking/visits.repo.ts'
import { asDate, asDay } from '../windows/schedule.repo.ts'
import { localNow } from '../windows/schedule.service.ts'

type Needed = Pick<Deps, 'db'>
type NewException = Omit<VisitException, 'id'>

type Row = {
  id: string
  districtCode: string | null
  day: Date
  windowFrom: string | null
  places: number
  reason: string
}

const viewOf = ({ id, districtCode, day, windowFrom, places, reason }: Row): VisitException => ({
  id,
  district: districtCode,
  day: asDay(day),
  from: windowFrom,
  places,
  reason,
})

/** From today on. */
export async function visitExceptions(deps: Needed): Promise<VisitException[]> {
  const { day } = await localNow(deps)
  const rows = await deps.db.visitException.findMany({
    where: { day: { gte: asDate(day) } },
    orderBy: [{ day: 'asc' }, { windowFrom: 'asc' }, { id: 'asc' }],
  })
  return rows.map(viewOf)
}

/** What is booked stays booked. @throws not_found for a district that is none; visit_exception_exists */
export async function addException(
  { db }: Needed,
  actor: Actor,
  { district, day, from, places, reason }: NewException,
): Promise<VisitException> {
  const isKnown = district === null || (await findDistricts(db)).some(({ code }) => code === district)
  if (!isKnown) throw new AppError('not_found')
  const recordedBy = auditName(actor)
  try {
    return await db.$transaction(async (tx) => {
      const row = await tx.visitException.create({
        data: { districtCode: district, day: asDate(day), windowFrom: from, places, reason, recordedBy },
      })
      const details = { district, day, window: from, places, reason }
      await auditVisit(tx, { actor: recordedBy, action: 'visit_exception.added', accountId: null, details })
      return viewOf(row)
    })
  } catch (error) {
    if (violatedConstraint(error) !== 'visit_exceptions_one_a_window') throw error
    throw new AppError('visit_exception_exists')
  }
}

/** @throws not_found */
export async function removeException({ db }: Needed, actor: Actor, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const [row] = await tx.visitException.findMany({ where: { id } })
    const { count } = await tx.visitException.deleteMany({ where: { id } })
    if (!row || count === 0) throw new AppError('not_found')
    const { district, day, from, places } = viewOf(row)
    await auditVisit(tx, {
      actor: auditName(actor),
      action: 'visit_exception.removed',
      accountId: null,
      details: { district, day, window: from, places },
    })
  })
}
