import type { FieldMeter, VisitRecorded, VisitResult } from '@rodnik/contract/field-visits'
import { periodOf } from '@rodnik/domain/calendar/days'
import { localDay } from '@rodnik/domain/calendar/local-day'
import { findingFaults, isSettled } from '@rodnik/domain/visits/visit-findings'
import { commissionedFrom } from '@rodnik/domain/visits/visit-may'
import { type Actor, auditName } from '../../../platform/actor.ts'
import { canonicalJson } from '../../../platform/canonical-json.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { violatedConstraint } from '../../../platform/outage.ts'
import { isSame, sha256 } from '../../../platform/secrets.ts'
import { businessDay } from '../../info/index.ts'
import { recorderOf } from '../../meters/index.ts'
import { kindsOf, letHappen } from '../../requests/index.ts'
import { type ActFacts, differencesIn } from '../act/act-facts.ts'
import { auditVisit, endVisit } from '../booking/visits.repo.ts'
import { applyResult } from './apply-result.service.ts'
import { findFieldMeters, findFieldVisit, stateOf } from './field-day.repo.ts'
import { askedIn } from './field-day.service.ts'
import type { Recording, Wish } from './recording.ts'
import { findResultByWish, insertResult, nextActNumber } from './results.repo.ts'

type Needed = Pick<Deps, 'db'>
type Coming = { visitId: string; key: string; result: VisitResult }

/**
 * What was found at a visit, whenever the network came back: the record, the meters, the bill and the request, all or
 * nothing, once. The same result again gets the same answer.
 * @throws not_found for another's visit or meter; visit_has_result; visit_over when it was cancelled or missed;
 * visit_result_refused and meter_work_refused with the fields; meter_work_exists; readings_changed_meanwhile;
 * request_state_changed; idempotency_key_reused
 */
export async function recordVisit(
  deps: Needed,
  actor: Actor,
  { visitId, key, result }: Coming,
): Promise<VisitRecorded> {
  const wish = { key: `${auditName(actor)} ${key}`, hash: sha256(canonicalJson({ visitId, result })) }
  const known = await firstAnswer(deps.db, wish)
  if (known) return known
  const { timeZone, today } = await businessDay(deps)
  const visit = await findFieldVisit(deps.db, visitId, { inspectorId: actor.userId, timeZone })
  if (!visit) throw new AppError('not_found')
  const days = { day: visit.day, enteredOn: localDay(result.enteredAt, timeZone), today }
  const recording = { visit, result, wish, days, actor, recorder: await recorderOf(deps, actor) }
  try {
    return await deps.db.$transaction((tx) => record(tx, recording))
  } catch (error) {
    // The same result may have come a moment earlier.
    const first = error instanceof AppError ? await firstAnswer(deps.db, wish) : undefined
    if (first) return first
    // A resident sent a reading in the same moment: the phone tries again by itself.
    if (violatedConstraint(error) === 'readings_pkey') throw new AppError('readings_changed_meanwhile')
    throw error
  }
}

async function firstAnswer(tx: Tx, wish: Wish): Promise<VisitRecorded | undefined> {
  const known = await findResultByWish(tx, wish.key)
  if (!known) return undefined
  if (!isSame(known.wishHash, wish.hash)) throw new AppError('idempotency_key_reused')
  return { visitId: known.visitId, actNumber: known.actNumber }
}

async function record(tx: Tx, recording: Recording): Promise<VisitRecorded> {
  const { visit, result, wish, actor } = recording
  await assertOpen(tx, visit.id)
  // Locks the request: whoever moves, cancels or records at the same instant waits, and finds the visit ended.
  await letItHappen(tx, recording)
  await assertOpen(tx, visit.id)
  const meters = await findFieldMeters(tx, visit.accountId, visit.day)
  assertSensible(recording, meters)
  const actNumber = result.outcome === 'nobody_home' ? null : await nextActNumber(tx, periodOf(visit.day))
  const facts = factsOf(recording, meters)
  await insertResult(tx, { visitId: visit.id, actNumber, result, facts, inspectorId: actor.userId, wish })
  const by = auditName(actor)
  const isDone = result.outcome === 'done'
  await endVisit(tx, visit.id, {
    state: isDone ? 'done' : 'missed',
    by,
    ...(!isDone && { missedBy: 'resident' }),
  })
  if (actNumber !== null) await applyResult(tx, { ...recording, meters, facts, actNumber })
  await auditVisit(tx, {
    actor: by,
    action: 'visit.recorded',
    accountId: visit.accountId,
    details: { visit: visit.id, request: visit.request.number, outcome: result.outcome, actNumber },
  })
  await closeIfSettled(tx, recording, { meters, actNumber })
  return { visitId: visit.id, actNumber }
}

async function assertOpen(tx: Tx, visitId: string): Promise<void> {
  const state = await stateOf(tx, visitId)
  if (state === 'booked') return
  const isRecorded = (await tx.visitResult.count({ where: { visitId } })) > 0
  throw new AppError(isRecorded ? 'visit_has_result' : 'visit_over')
}

async function letItHappen(tx: Tx, { visit, result, wish, actor }: Recording): Promise<void> {
  await letHappen(tx, {
    requestId: visit.requestId,
    reader: { kinds: kindsOf(actor.roles) },
    actor: auditName(actor),
    event: result.outcome === 'done' ? { type: 'step_done', step: 'visit' } : { type: 'visit_missed' },
    ...(result.note !== '' && { text: result.note, isInternal: result.outcome === 'done' }),
    wish: { key: `${wish.key}:visit`, hash: wish.hash },
  })
}

function assertSensible({ result, days }: Recording, meters: readonly FieldMeter[]): void {
  const named = result.outcome === 'done' ? result.meters : []
  const isForeign = named.some(({ meterId }) => !meters.some(({ id }) => id === meterId))
  if (isForeign) throw new AppError('not_found')
  const faults = findingFaults(result, meters, days)
  if (Object.keys(faults).length > 0) throw new AppError('visit_result_refused', { fields: faults })
}

function factsOf({ visit, result }: Recording, meters: FieldMeter[]): ActFacts {
  const { request, filedOn, wasMissedByUs } = visit
  const asked = { kind: request.kind, fields: request.fields, filedOn }
  return {
    account: { number: visit.accountNumber, address: visit.address, holderName: visit.holderName },
    requestNumber: request.number,
    requestKind: request.kind,
    inspectorName: visit.inspectorName,
    day: visit.day,
    window: `${visit.from}–${visit.to}`,
    meters,
    differences: differencesIn(result, meters),
    commissionedFrom: wasMissedByUs ? commissionedFrom(asked) : null,
  }
}

type Found = { meters: readonly FieldMeter[]; actNumber: string | null }

/** Where nothing is left to decide the act is the answer; otherwise the office has it again. */
async function closeIfSettled(
  tx: Tx,
  { visit, result, wish, actor }: Recording,
  { meters, actNumber }: Found,
): Promise<void> {
  if (!isSettled(result, { meters, askedMeterIds: askedIn(visit.request.fields) })) return
  await letHappen(tx, {
    requestId: visit.requestId,
    reader: { kinds: kindsOf(actor.roles) },
    actor: auditName(actor),
    event: { type: 'done' },
    text: `Акт № ${actNumber}`,
    wish: { key: `${wish.key}:done`, hash: wish.hash },
  })
}
