import type { WorkDone } from '@rodnik/contract/meter-works'
import { endedOutages } from '@rodnik/domain/meters/ended-outages'
import { fitsReadings, isBelowBilled } from '@rodnik/domain/meters/work-reading'
import { type ActWish, changedFrom, workFaults } from '@rodnik/domain/meters/work-rules'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { type KnownReadings, readingsAround } from './act-readings.repo.ts'
import { changeBy } from './change-by.ts'
import { changeMeter, type LockedMeter, lockMeter, type MeterChange } from './meters.repo.ts'
import { noteMonthChange } from './month-changes.repo.ts'
import { putIn } from './put-in.service.ts'
import type { Recorder } from './recorder.ts'
import { findWorks, insertOutages, insertWork, type KnownWork } from './works.repo.ts'
import { writeReading } from './write-reading.service.ts'

type Target = { accountId: string; meterId: string }

/**
 * Records what was done to a meter: its papers, what stood on its face, the months it changes, and who did it, all or
 * nothing, while nobody else works on the meter. The same wish again changes nothing and gets the same answer.
 * Each act of an inspector is one of its own: two that were asked for may be done at one door.
 * @throws not_found; facts_refused with the fields; already_recorded when another wish of this kind has the day
 */
export async function workOnMeter(
  tx: Tx,
  recorder: Recorder,
  { accountId, meterId }: Target,
  wish: ActWish,
): Promise<WorkDone> {
  const meter = await lockMeter(tx, accountId, meterId)
  if (!meter) throw new AppError('not_found')
  const known = await findWorks(tx, { meterId, kind: wish.kind, doneOn: wish.doneOn })
  const same = known.find(({ wish: first }) => canonicalJson(first) === canonicalJson(wish))
  if (same) return { workId: same.id, meterId: same.newMeterId ?? meterId, recalculation: null }
  if (isRecorded(known, wish)) throw new AppError('already_recorded')
  const around = await readingsAround(tx, meterId, wish.doneOn)
  const faults = workFaults(wish, { ...meter, ...around }, recorder.days)
  if (Object.keys(faults).length > 0) throw new AppError('facts_refused', { fields: faults })
  return carryOut(tx, recorder, { meter, around, wish })
}

/** What the office types in twice is one work, whatever numbers it gave; what an inspector saw is one of each act. */
const isRecorded = (known: readonly KnownWork[], { isInspected, actNumber }: ActWish): boolean =>
  isInspected ? known.some((work) => work.actNumber === actNumber) : known.length > 0

type Work = { meter: LockedMeter; around: KnownReadings; wish: ActWish }

async function carryOut(tx: Tx, recorder: Recorder, work: Work): Promise<WorkDone> {
  const { meter, wish } = work
  const change = changeBy(wish)
  const ended = endedOutages(wish.kind, meter, wish.doneOn)
  await changeMeter(tx, meter.id, change)
  const seen = seenIn(wish)
  const isReadingWritten =
    (seen === null || fitsReadings(work.around, seen)) &&
    (await writeReading(tx, recorder, { ...work, endsOutage: ended.length > 0 }))
  const newMeterId = wish.kind === 'replace' ? await putIn(tx, recorder, successorOf(meter, wish)) : null
  const workId = await insertWork(tx, rowOf(recorder, work, newMeterId))
  // Only works that say what the face showed end an outage.
  const openingLitres = seen?.valueLitres ?? 0
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

function seenIn(wish: ActWish): { valueLitres: number; isRollover: boolean } | null {
  if (!('valueLitres' in wish) || wish.valueLitres === null) return null
  return { valueLitres: wish.valueLitres, isRollover: wish.isRollover ?? false }
}

const successorOf = (
  { accountId, service, place }: LockedMeter,
  { meter, doneOn }: Extract<ActWish, { kind: 'replace' }>,
) => ({ ...meter, accountId, service, place: meter.place || place, doneOn })

function rowOf({ name }: Recorder, { meter, around, wish }: Work, newMeterId: string | null) {
  const { kind, doneOn, actNumber, note = '' } = wish
  const seen = seenIn(wish)
  return {
    meterId: meter.id,
    kind,
    doneOn,
    actNumber,
    note,
    valueLitres: seen?.valueLitres ?? null,
    isBelowBilled: seen !== null && isBelowBilled(around, seen),
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
