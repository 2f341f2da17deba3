import type { ChargeRefusal } from '@rodnik/contract/charges'
import type { VolumePart } from '@rodnik/contract/volume-parts'
import { addDays } from '../calendar/days.ts'
import type { BilledMeter, MeterReading } from './charge-facts.ts'
import { countedParts } from './counted-parts.ts'
import type { Filled, FillGap } from './gap.ts'
import { isResumed, type Outage, outageOf } from './meter-outage.ts'
import { earlierDay, laterDay, type MonthFrame } from './month-frame.ts'
import { refusal } from './refusal.ts'

export type MeterSetting = {
  frame: MonthFrame
  /** Days within the month on which a price changes, if a reading of such a day is to part the volume. */
  cutDays: readonly string[]
  isTrueUp: boolean
  fillGap: FillGap
}

/** What a meter tells of a month, and what is estimated or left to a method of the whole service. */
export type MeterMonth = ({ ok: true } & Filled) | ChargeRefusal

/**
 * The month of one meter (Rules 354, п. 42, 59, 60). Its readings count up to the day on which it goes out. The
 * days after the last one that counts are filled: all of the month when none came.
 */
export function meterMonth(
  meter: BilledMeter,
  setting: MeterSetting,
  successorOn: string | undefined,
): MeterMonth {
  const { frame, fillGap } = setting
  const misplaced = misplacedReading(meter, frame)
  if (misplaced) return refusal('reading_outside_period', meter.id, misplaced.takenOn)
  if (meter.resumed) return countingAgain(meter, setting, meter.resumed)
  const outage = outageOf(meter, frame, successorOn)
  if (outage && isResumed(meter, outage)) return resumedMonth(meter, setting, outage)
  const start = laterDay(meter.installedOn, frame.firstDay)
  const end = serviceEnd(meter, frame)
  if (outage) return brokenMonth(meter, setting, { outage, start })
  if (meter.readings.length > 0) return counted(meter, setting, meter.readings, { from: start, to: end })
  return { ok: true, ...fillGap(meter, 'no_reading', { from: start, to: end }, null) }
}

/** Readings before the event count; the days after the last of them are filled, all of them when there is none. */
function brokenMonth(
  meter: BilledMeter,
  setting: MeterSetting,
  { outage, start }: { outage: Outage; start: string },
): MeterMonth {
  const { fillGap } = setting
  const readings = meter.readings.filter(({ takenOn }) => takenOn < outage.from)
  const closing = readings.at(-1)
  if (!closing) {
    return { ok: true, ...fillGap(meter, outage.reason, { from: start, to: outage.to }, outage.since) }
  }
  const before = counted(meter, setting, readings, { from: start, to: closing.takenOn })
  const gap = { from: addDays(closing.takenOn, 1), to: outage.to }
  return joined(before, gap.from > gap.to ? NOTHING : fillGap(meter, outage.reason, gap, outage.since))
}

const NOTHING: Filled = { parts: [], uncovered: [] }

/** The days before the first reading are still those of the outage; the reading opens the count. */
function resumedMonth(meter: BilledMeter, setting: MeterSetting, outage: Outage): MeterMonth {
  const { frame, fillGap } = setting
  const fresh = { ...meter, opening: null, missed: null }
  const from = meter.readings[0]?.takenOn ?? frame.firstDay
  const after = counted(fresh, setting, meter.readings, { from, to: serviceEnd(meter, frame) })
  if (outage.from > outage.to) return after
  return joined(after, fillGap(meter, outage.reason, outage, outage.since))
}

/** Verified, repaired or shown within the month: up to that day it was out, from then on its readings count. */
function countingAgain(
  meter: BilledMeter,
  setting: MeterSetting,
  { on, reason, since }: NonNullable<BilledMeter['resumed']>,
): MeterMonth {
  const { frame, fillGap } = setting
  const before = { from: laterDay(meter.installedOn, frame.firstDay), to: addDays(on, -1) }
  const days = { from: on, to: serviceEnd(meter, frame) }
  const fresh = { ...meter, missed: null }
  const readings = meter.readings.filter(({ takenOn }) => takenOn >= on)
  const after: MeterMonth =
    readings.length > 0
      ? counted(fresh, setting, readings, days)
      : { ok: true, ...fillGap(fresh, 'no_reading', days, null) }
  return joined(after, before.from > before.to ? NOTHING : fillGap(meter, reason, before, since))
}

function joined(month: MeterMonth, filled: Filled): MeterMonth {
  if (!month.ok) return month
  return {
    ok: true,
    parts: [...month.parts, ...filled.parts],
    uncovered: [...month.uncovered, ...filled.uncovered],
  }
}

function counted(
  meter: BilledMeter,
  setting: MeterSetting,
  readings: readonly MeterReading[],
  days: { from: string; to: string },
): MeterMonth {
  const parts: VolumePart[] | ChargeRefusal = countedParts(meter, setting, readings, days)
  return Array.isArray(parts) ? { ok: true, parts, uncovered: [] } : parts
}

function serviceEnd(meter: BilledMeter, frame: MonthFrame): string {
  return meter.removedOn === null ? frame.lastDay : earlierDay(meter.removedOn, frame.lastDay)
}

/** Readings of a period may be taken after its last day (organisations send them then), never before its first. */
function misplacedReading({ readings }: BilledMeter, frame: MonthFrame): MeterReading | undefined {
  let last = frame.firstDay
  for (const reading of readings) {
    if (reading.takenOn < last) return reading
    last = reading.takenOn
  }
  return undefined
}
