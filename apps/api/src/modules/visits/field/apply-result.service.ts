import type { FieldMeter, FoundMeter, NewMeterFound, VisitResult } from '@rodnik/contract/field-visits'
import { worksOf } from '@rodnik/domain/visits/visit-findings'
import { auditName } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordInspection } from '../../billing/index.ts'
import { installMeter, workOnMeter } from '../../meters/index.ts'
import { type ActFacts, putInOn } from '../act/act-facts.ts'
import { hasLowerLater } from './field-day.repo.ts'
import type { Recording } from './recording.ts'

export type Applied = Recording & {
  meters: readonly FieldMeter[]
  facts: ActFacts
  actNumber: string
}
type Done = Extract<VisitResult, { outcome: 'done' }>

/**
 * What was found becomes what meters and bills are of.
 * @throws meter_work_refused with the fields, meter_work_exists
 */
export async function applyResult(tx: Tx, applied: Applied): Promise<void> {
  const { result } = applied
  if (result.outcome === 'access_refused') await closeToInspectors(tx, applied)
  if (result.outcome !== 'done') return
  await workOnMeters(tx, applied, result)
  await recordDifferences(tx, applied, result)
}

/** From the day of the act the meters count no more (Rules 354, п. 85); one that was closed before is closed still. */
async function closeToInspectors(tx: Tx, { visit, recorder, meters, actNumber }: Applied): Promise<void> {
  const { accountId, day: doneOn } = visit
  for (const { id: meterId, accessRefusedOn } of meters) {
    if (accessRefusedOn !== null) continue
    await workOnMeter(tx, recorder, { accountId, meterId }, { kind: 'access_refused', doneOn, actNumber })
  }
}

async function workOnMeters(tx: Tx, applied: Applied, { meters: found, newMeters }: Done): Promise<void> {
  const { visit, recorder, meters, actNumber } = applied
  const { accountId, day: doneOn } = visit
  const act = { doneOn, actNumber }
  for (const one of found) {
    const known = meters.find(({ id }) => id === one.meterId)
    const successor = newMeters.find(({ replacesMeterId }) => replacesMeterId === one.meterId)
    const target = { accountId, meterId: one.meterId }
    if (successor) {
      await workOnMeter(tx, recorder, target, replacementBy(applied, one, successor))
    } else if (known) {
      for (const work of worksOf(one, known, act)) await workOnMeter(tx, recorder, target, work)
    }
  }
  for (const meter of newMeters.filter(({ replacesMeterId }) => replacesMeterId === null)) {
    await putIn(tx, applied, meter)
  }
}

const replacementBy = (
  { visit, facts, actNumber }: Applied,
  { meterId, valueLitres, isRollover }: FoundMeter,
  successor: NewMeterFound,
) => ({
  kind: 'replace' as const,
  doneOn: putInOn(facts, meterId) ?? visit.day,
  actNumber,
  valueLitres,
  isRollover,
  isInspected: true,
  meter: passportOf(successor),
})

function passportOf({ replacesMeterId: _old, service: _service, ...passport }: NewMeterFound) {
  return passport
}

async function putIn(
  tx: Tx,
  { visit, recorder, facts, actNumber }: Applied,
  meter: NewMeterFound,
): Promise<void> {
  const doneOn = putInOn(facts, null) ?? visit.day
  const { service } = meter
  await installMeter(tx, recorder, visit.accountId, { service, ...passportOf(meter), doneOn, actNumber })
}

/** What was found is not what bills count by: the difference is of the month of the visit (Rules 354, п. 61). */
async function recordDifferences(
  tx: Tx,
  applied: Applied,
  { meters: found, newMeters }: Done,
): Promise<void> {
  const { visit, facts, actNumber, actor } = applied
  for (const { meterId, valueLitres } of found) {
    if (valueLitres === null) continue
    const isLess = facts.differences.some((one) => one.meterId === meterId && one.differenceLitres < 0)
    if (!isLess && !(await hasLowerLater(tx, { meterId, day: visit.day, valueLitres }))) continue
    const isLeaving = newMeters.some(({ replacesMeterId }) => replacesMeterId === meterId)
    const foundOn = (isLeaving && putInOn(facts, meterId)) || visit.day
    await recordInspection(tx, auditName(actor), {
      accountId: visit.accountId,
      facts: { kind: 'inspection', meterId, foundOn, foundLitres: valueLitres },
      reason: `Акт ${actNumber}: показание контролёра ${isLess ? 'меньше начисленного' : 'больше переданного позже'} (ПП РФ 354, п. 61)`,
    })
  }
}
