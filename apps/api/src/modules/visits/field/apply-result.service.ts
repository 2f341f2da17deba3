import type { FieldMeter, NewMeterFound, VisitResult } from '@rodnik/contract/field-visits'
import { worksOf } from '@rodnik/domain/visits/visit-findings'
import { auditName } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { recordRecalculation } from '../../billing/index.ts'
import { installMeter, workOnMeter } from '../../meters/index.ts'
import type { ActFacts } from '../act/act-facts.ts'
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
  await creditDifferences(tx, applied)
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
      const { valueLitres, isRollover } = one
      const wish = { kind: 'replace' as const, ...act, valueLitres, isRollover, meter: passportOf(successor) }
      await workOnMeter(tx, recorder, target, wish)
    } else if (known) {
      for (const work of worksOf(one, known, act)) await workOnMeter(tx, recorder, target, work)
    }
  }
  for (const meter of newMeters.filter(({ replacesMeterId }) => replacesMeterId === null)) {
    await putIn(tx, applied, meter)
  }
}

function passportOf({ replacesMeterId: _old, service: _service, ...passport }: NewMeterFound) {
  return passport
}

/** Where we had failed to come it counts from the day of the application (Rules 354, п. 81(2)). */
async function putIn(
  tx: Tx,
  { visit, recorder, facts, actNumber }: Applied,
  meter: NewMeterFound,
): Promise<void> {
  const doneOn = facts.commissionedFrom ?? visit.day
  const { service } = meter
  await installMeter(tx, recorder, visit.accountId, { service, ...passportOf(meter), doneOn, actNumber })
}

/** Less on the face than was billed: the difference goes back in the month of the visit (Rules 354, п. 61). */
async function creditDifferences(tx: Tx, { visit, facts, actNumber, actor }: Applied): Promise<void> {
  for (const { meterId, foundLitres, differenceLitres } of facts.differences) {
    if (differenceLitres >= 0) continue
    await recordRecalculation(tx, auditName(actor), {
      accountId: visit.accountId,
      facts: { kind: 'inspection', meterId, foundOn: visit.day, foundLitres },
      reason: `Акт ${actNumber}: показание контролёра меньше начисленного (ПП РФ 354, п. 61)`,
    }).catch(passOverKnown)
  }
}

/** The office has recorded the same finding already. */
function passOverKnown(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'recalculation_exists') throw error
}
