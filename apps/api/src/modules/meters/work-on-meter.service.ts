import type { WorkDone, WorkWish } from '@rodnik/contract/meter-works'
import { endedOutages } from '@rodnik/domain/meters/ended-outages'
import { changedFrom, workFaults } from '@rodnik/domain/meters/work-rules'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { type KnownReadings, readingsAround } from './act-readings.repo.ts'
import { changeBy } from './change-by.ts'
import { changeMeter, type LockedMeter, lockMeter, type MeterChange } from './meters.repo.ts'
import { noteMonthChange } from './month-changes.repo.ts'
import { putIn } from './put-in.service.ts'
import type { Recorder } from './recorder.ts'
import { findWork, insertOutages, insertWork } from './works.repo.ts'
import { writeReading } from './write-reading.service.ts'

type Target = { accountId: string; meterId: string }

/**
 * Records what was done to a meter: its papers, what stood on its face, the months it changes, and who did it, all or
 * nothing, while nobody else works on the meter. The same wish again changes nothing and gets the same answer.
 * @throws not_found; facts_refused with the fields; already_recorded when another wish of this kind has the day
 */
export async function workOnMeter(
  tx: Tx,
  recorder: Recorder,
  { accountId, meterId }: Target,
  wish: WorkWish,
): Promise<WorkDone> {
  const meter = await lockMeter(tx, accountId, meterId)
  if (!meter) throw new AppError('not_found')
  const known = await findWork(tx, { meterId, kind: wish.kind, doneOn: wish.doneOn })
  if (known) return firstAnswer(known, meterId, wish)
  const around = await readingsAround(tx, meterId, wish.doneOn)
  const faults = workFaults(wish, { ...meter, ...around }, recorder.days)
  if (Object.keys(faults).length > 0) throw new AppError('facts_refused', { fields: faults })
  return carryOut(tx, recorder, { meter, around, wish })
}

function firstAnswer(
  known: { id: string; wish: unknown; newMeterId: string | null },
  meterId: string,
  wish: WorkWish,
): WorkDone {
  if (canonicalJson(known.wish) !== canonicalJson(wish)) throw new AppError('already_recorded')
  return { workId: known.id, meterId: known.newMeterId ?? meterId, recalculation: null }
}

type Work = { meter: LockedMeter; around: KnownReadings; wish: WorkWish }

async function carryOut(tx: Tx, recorder: Recorder, work: Work): Promise<WorkDone> {
  const { meter, wish } = work
  const change = changeBy(wish)
  const ended = endedOutages(wish.kind, meter, wish.doneOn)
  await changeMeter(tx, meter.id, change)
  const isReadingWritten = await writeReading(tx, recorder, { ...work, endsOutage: ended.length > 0 })
  const newMeterId = wish.kind === 'replace' ? await putIn(tx, recorder, successorOf(meter, wish)) : null
  const workId = await insertWork(tx, rowOf(recorder, work, newMeterId))
  // Only works that say what the face showed end an outage.
  const openingLitres = ('valueLitres' in wish ? wish.valueLitres : null) ?? 0
  await insertOutages(
    tx,
    { meterId: meter.id, workId },
    ended.map((outage) => ({ ...outage, openingLitres })),
  )
  await audit(tx, recorder, { ...work, change, workId })
  const from = changedFrom(wish, meter, { isReadingWritten, endsOutage: ended.length > 0 })
  const { accountId } = meter
  return {
    workId,
    meterId: newMeterId ?? meter.id,
    recalculation: from === null ? null : await noteMonthChange(tx, { accountId, from, kind: 'meter_work' }),
  }
}

const successorOf = (
  { accountId, service, place }: LockedMeter,
  { meter, doneOn }: Extract<WorkWish, { kind: 'replace' }>,
) => ({ ...meter, accountId, service, place: meter.place || place, doneOn })

function rowOf({ name }: Recorder, { meter, wish }: Work, newMeterId: string | null) {
  const { kind, doneOn, actNumber, note = '' } = wish
  return {
    meterId: meter.id,
    kind,
    doneOn,
    actNumber,
    note,
    valueLitres: 'valueLitres' in wish ? wish.valueLitres : null,
    newMeterId,
    newValueLitres: kind === 'replace' ? wish.meter.valueLitres : null,
    sealNumber: 'sealNumber' in wish ? wish.sealNumber : null,
    verificationDueOn: 'verificationDueOn' in wish ? wish.verificationDueOn : null,
    wish,
    recordedBy: name,
  }
}

type Audited = Work & { change: MeterChange; workId: string }

async function audit(tx: Tx, { name }: Recorder, { meter, wish, change, workId }: Audited): Promise<void> {
  const names = Object.keys(change) as (keyof MeterChange)[]
  const { kind, doneOn, actNumber } = wish
  await tx.auditEvent.create({
    data: {
      actor: name,
      action: `meter.${kind}`,
      accountId: meter.accountId,
      details: {
        meterId: meter.id,
        serial: meter.serial,
        work: workId,
        doneOn,
        actNumber,
        ...('valueLitres' in wish && { valueLitres: wish.valueLitres }),
        ...(kind === 'replace' && { newSerial: wish.meter.serial, newValueLitres: wish.meter.valueLitres }),
        ...(names.length > 0 && {
          before: Object.fromEntries(names.map((field) => [field, meter[field]])),
          after: change,
        }),
      },
    },
  })
}
