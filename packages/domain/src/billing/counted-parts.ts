import type { ChargeRefusal } from '@rodnik/contract/charges'
import type { VolumePart } from '@rodnik/contract/volume-parts'
import { addDays } from '../calendar/days.ts'
import type { BilledMeter, MeterReading } from './charge-facts.ts'
import { meteredVolume } from './meter-volume.ts'
import type { DaySpan } from './month-frame.ts'
import { wholePart } from './part-litres.ts'
import { refusal } from './refusal.ts'

export type CountingRules = { cutDays: readonly string[]; isTrueUp: boolean }

/**
 * What a meter counted from its opening reading to the last of the month; without an opening one the first reading
 * is it, and charges nothing (Rules 354, п. 81). A reading of the day on which the price changes parts the volume.
 * After silent months the reading settles them (TRUE_UP) or is spread evenly over them and this month.
 */
export function countedParts(
  meter: BilledMeter,
  rules: CountingRules,
  readings: readonly MeterReading[],
  days: DaySpan,
): VolumePart[] | ChargeRefusal {
  const openingLitres = openingOf(meter, readings)
  const volume = meteredVolume(openingLitres, readings, meter.wholeDigits)
  if (!volume.ok) return refusal(volume.code, meter.id, readings[volume.index]?.takenOn ?? days.from)
  const silent = silentMonths(meter)
  if (silent > 0 && !rules.isTrueUp) {
    const toLitres = readings.at(-1)?.valueLitres ?? openingLitres
    const face = { meterId: meter.id, fromLitres: openingLitres, toLitres, turnLitres: volume.turnLitres }
    return [wholePart({ method: 'meter_months', ...face, months: silent + 1, ...days })]
  }
  const parts =
    rules.cutDays.length === 0
      ? [facePart(meter, openingLitres, readings, days)]
      : cutParts(meter, openingLitres, { rules, readings, days })
  if (silent > 0) parts.push(settlement(meter, days))
  return parts
}

function openingOf({ opening }: BilledMeter, readings: readonly MeterReading[]): number {
  return opening?.valueLitres ?? readings[0]?.valueLitres ?? 0
}

/** Months in a row for which the average or the norm was charged because nobody sent a reading. */
function silentMonths({ missed, opening }: BilledMeter): number {
  if (!missed || !opening || missed.reason !== 'no_reading') return 0
  return missed.chargedLitres.length > 0 ? missed.months : 0
}

function settlement(meter: BilledMeter, days: DaySpan): VolumePart {
  const chargedLitres = [...(meter.missed?.chargedLitres ?? [])]
  return wholePart({ method: 'true_up', meterId: meter.id, chargedLitres, ...days })
}

/** One part up to each reading of a day of change, and one from the last of them. */
function cutParts(
  meter: BilledMeter,
  openingLitres: number,
  { rules, readings, days }: { rules: CountingRules; readings: readonly MeterReading[]; days: DaySpan },
): VolumePart[] {
  const parts: VolumePart[] = []
  let start = { litres: openingLitres, from: days.from }
  let segment: MeterReading[] = []
  const close = (to: string, next: string) => {
    parts.push(facePart(meter, start.litres, segment, { from: start.from, to }))
    start = { litres: segment.at(-1)?.valueLitres ?? start.litres, from: next }
    segment = []
  }
  for (const reading of readings) {
    segment.push(reading)
    const isCut = rules.cutDays.includes(reading.takenOn) && reading.takenOn > start.from
    if (isCut && reading.takenOn <= days.to) close(addDays(reading.takenOn, -1), reading.takenOn)
  }
  close(days.to, days.to)
  return parts
}

function facePart(
  meter: BilledMeter,
  openingLitres: number,
  readings: readonly MeterReading[],
  days: DaySpan,
): VolumePart {
  // The whole way was found sound before it was cut.
  const volume = meteredVolume(openingLitres, readings, meter.wholeDigits)
  return wholePart({
    method: 'meter',
    meterId: meter.id,
    fromLitres: openingLitres,
    toLitres: readings.at(-1)?.valueLitres ?? openingLitres,
    turnLitres: volume.ok ? volume.turnLitres : 0,
    ...days,
  })
}
