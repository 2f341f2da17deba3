import type { WorkWish } from '@rodnik/contract/meter-works'
import { periodOf } from '@rodnik/domain/calendar/days'
import type { Tx } from '../../platform/db.ts'
import { insertActReading, type KnownReadings } from './act-readings.repo.ts'
import type { LockedMeter } from './meters.repo.ts'
import type { Recorder } from './recorder.ts'

type Act = { meter: LockedMeter; around: KnownReadings; wish: WorkWish; endsOutage: boolean }

/** What stands for the month whatever anybody sends, and what a resident may still follow with a reading. */
const ALWAYS: ReadonlySet<WorkWish['kind']> = new Set(['replace', 'take_out', 'control', 'seal'])

/**
 * The reading of an act as the reading of its month. Where a meter counts again, its opening is kept with the outage
 * (meter_outages); the month gets it as well where a reading of before the act would count, or none can come any more.
 */
export async function writeReading(tx: Tx, recorder: Recorder, act: Act): Promise<boolean> {
  const { meter, around, wish } = act
  if (!('valueLitres' in wish) || wish.valueLitres === null) return false
  if (!isForMonth(recorder, act)) return false
  await insertActReading(tx, {
    meterId: meter.id,
    revision: around.lastRevision + 1,
    period: periodOf(wish.doneOn),
    takenOn: wish.doneOn,
    valueLitres: wish.valueLitres,
    // A control reading is what an inspector found, whoever types it in.
    source: wish.kind === 'control' ? 'inspector' : recorder.source,
    wholeDigits: meter.wholeDigits,
    before: around.beforeMonth,
  })
  return true
}

function isForMonth({ closesOn }: Recorder, { around, wish, endsOutage }: Act): boolean {
  const { ofMonth } = around
  if (ofMonth && ofMonth.takenOn > wish.doneOn) return false
  if (ALWAYS.has(wish.kind)) return true
  return endsOutage && (ofMonth !== null || wish.doneOn > closesOn(wish.doneOn))
}
