import type { FieldMeter, VisitRecorded, VisitResult } from '@rodnik/contract/field-visits'
import { periodOf } from '@rodnik/domain/calendar/days'
import { localDay } from '@rodnik/domain/calendar/local-day'
import { recordMeets } from '@rodnik/domain/visits/late-record'
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
import { holdRequest, kindsOf, letHappen } from '../../requests/index.ts'
import { type ActFacts, differencesIn } from '../act/act-facts.ts'
import { auditVisit, endVisit, overtakeMiss } from '../booking/visits.repo.ts'
import { applyResult } from './apply-result.service.ts'
import { findAwaited, findFieldMeters, findFieldVisit } from './field-day.repo.ts'
import { askedIn } from './field-day.service.ts'
import type { Recording, Wish } from './recording.ts'
import { findResultByWish, insertResult, nextActNumber } from './results.repo.ts'
import { undoMiss } from './undo-miss.service.ts'

type Needed = Pick<Deps, 'db'>
type Coming = { visitId: string; key: string; result: VisitResult }

/**
 * What was found at a visit, whenever the network came back: the record, the meters, the bill and the request, all or
 * nothing, once. The same result again gets the same answer.
 * What somebody said meanwhile of a miss of ours is undone by it (domain: recordMeets).
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
  // Whoever moves, cancels or records at the same instant waits, and finds the visit ended.
  if (!(await holdRequest(tx, visit.requestId, readerOf(actor)))) throw new AppError('not_found')
  const isLate = await isOvertaking(tx, recording)
  const meters = await findFieldMeters(tx, visit.accountId, visit.day)
  assertSensible(recording, meters)
  if (isLate) await undoMiss(tx, recording)
  await letItHappen(tx, recording, isLate)
  const actNumber = result.outcome === 'nobody_home' ? null : await nextActNumber(tx, periodOf(visit.day))
  const facts = factsOf(recording, meters)
  await insertResult(tx, { visitId: visit.id, actNumber, result, facts, inspectorId: actor.userId, wish })
  await endAs(tx, recording, isLate)
  if (actNumber !== null) await applyResult(tx, { ...recording, meters, facts, actNumber })
  await auditVisit(tx, {
    actor: auditName(actor),
    action: 'visit.recorded',
    accountId: visit.accountId,
    details: { visit: visit.id, request: visit.request.number, outcome: result.outcome, actNumber, isLate },
  })
  await closeIfSettled(tx, recording, { meters, actNumber })
  return { visitId: visit.id, actNumber }
}

const readerOf = ({ roles }: Actor) => ({ kinds: kindsOf(roles) })

/** Whether it undoes what was said of the visit, whose request is held. @throws visit_has_result, visit_over */
async function isOvertaking(tx: Tx, { visit, days }: Recording): Promise<boolean> {
  const awaited = await findAwaited(tx, visit.id)
  if (!awaited) throw new AppError('not_found')
  const meets = recordMeets(awaited, days.enteredOn)
  if (meets === 'has_result') throw new AppError('visit_has_result')
  if (meets === 'over') throw new AppError('visit_over')
  return meets === 'overtakes'
}

async function endAs(tx: Tx, { visit, result, actor }: Recording, isLate: boolean): Promise<void> {
  const isDone = result.outcome === 'done'
  const ending = {
    state: isDone ? ('done' as const) : ('missed' as const),
    by: auditName(actor),
    ...(!isDone && { missedBy: 'resident' as const }),
  }
  await (isLate ? overtakeMiss(tx, visit.id, ending) : endVisit(tx, visit.id, ending))
}

/** A late record of nobody at home leaves the request where it is: that it is, the undone miss has told. */
async function letItHappen(
  tx: Tx,
  { visit, result, wish, actor }: Recording,
  isLate: boolean,
): Promise<void> {
  const isDone = result.outcome === 'done'
  if (isLate && !isDone) return
  await letHappen(tx, {
    requestId: visit.requestId,
    reader: readerOf(actor),
    actor: auditName(actor),
    event: isDone ? { type: 'step_done', step: 'visit' } : { type: 'visit_missed' },
    ...(result.note !== '' && { text: result.note, isInternal: isDone }),
    tells: async () => ({ day: visit.day, from: visit.from, to: visit.to, missedBy: 'resident' as const }),
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
    reader: readerOf(actor),
    actor: auditName(actor),
    event: { type: 'done' },
    text: `Акт № ${actNumber}`,
    wish: { key: `${wish.key}:done`, hash: wish.hash },
  })
}
