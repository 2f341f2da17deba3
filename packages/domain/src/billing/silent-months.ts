import type { ChargeLine } from '@rodnik/contract/charges'
import type { VolumePart } from '@rodnik/contract/volume-parts'
import { litresBetween } from '../readings/meter-face.ts'
import { billedMeter, type MeterRecord } from './billed-meter.ts'
import type { BilledMeter } from './charge-facts.ts'
import { withOpenings } from './meter-papers.ts'
import { splitByWeights } from './split.ts'

/** What months were charged, by period, oldest first: the lines of the month itself, as corrected since. */
export type ChargedMonths = ReadonlyMap<string, readonly ChargeLine[]>

/** The meters of an account in a month that follows on months which were charged as said. */
export function metersAfter(
  records: readonly MeterRecord[],
  period: string,
  charged: ChargedMonths,
): BilledMeter[] {
  const silent =
    charged.size === 0
      ? new Map<string, number[]>()
      : silentLitres(
          records.map((record) => openedAnew(record, period)),
          period,
          charged,
        )
  return records.map((record) => billedMeter(record, period, silent.get(record.id) ?? []))
}

/** A meter with what its face showed after each outage that has ended. */
export const openedAnew = (record: MeterRecord, period: string): MeterRecord => ({
  ...record,
  readings: withOpenings(record.readings, record.outages ?? [], period),
})

/** What a meter was charged in a month, litres; no entry where nothing was. */
type Attributed = Map<string, Map<string, number>>

/**
 * What each meter was charged for the months between its last reading and this one, litres, oldest first. A norm is
 * of all the taps of a flat: what the meters that were read have counted of it is theirs, the rest is of the silent
 * ones in equal parts. So when all of them have spoken, exactly what went through them has been charged.
 */
export function silentLitres(
  meters: readonly MeterRecord[],
  period: string,
  charged: ChargedMonths,
): Map<string, number[]> {
  const known: Attributed = new Map(meters.map(({ id }) => [id, new Map()]))
  for (const [month, lines] of charged) {
    if (month >= period) continue
    for (const water of ['cold', 'hot'] as const) {
      const own = meters.filter((meter) => meter.service === water && served(meter, month))
      attribute(own, month, lines, known)
    }
  }
  return new Map(
    meters.map((meter) => [meter.id, meter.readings.length === 0 ? [] : silenceOf(meter, period, known)]),
  )
}

const served = ({ installedOn, removedOn }: MeterRecord, month: string): boolean =>
  installedOn.slice(0, 7) <= month && (removedOn === null || removedOn.slice(0, 7) >= month)

/** What a meter was charged since its last reading before a month. */
function silenceOf(meter: MeterRecord, period: string, known: Attributed): number[] {
  const last = meter.readings.find((reading) => reading.period < period)
  const months = known.get(meter.id) ?? new Map<string, number>()
  return [...months].flatMap(([month, litres]) =>
    last && month > last.period && month < period ? [litres] : [],
  )
}

function attribute(
  meters: readonly MeterRecord[],
  month: string,
  lines: readonly ChargeLine[],
  known: Attributed,
): void {
  const unnamed: MeterRecord[] = []
  for (const meter of meters) {
    const litres = ownLitres(meter, lines)
    if (litres === undefined) unnamed.push(meter)
    else known.get(meter.id)?.set(month, litres)
  }
  const [first] = unnamed
  const norm = first && normLitres(first.service, lines, (part) => !isOfOutage(part, unnamed))
  if (norm === undefined) return
  const isRead = (meter: MeterRecord) => meter.readings.some((reading) => reading.period === month)
  let rest = norm
  for (const meter of unnamed.filter(isRead)) rest -= countedIn(meter, month, known)
  const silent = unnamed.filter((meter) => !isRead(meter))
  const shares = splitByWeights(
    rest,
    silent.map(() => 1),
  )
  for (const [i, meter] of silent.entries()) known.get(meter.id)?.set(month, shares[i] ?? 0)
}

/** What a meter would have been charged by its reading, had the norm not taken its days. */
function countedIn(meter: MeterRecord, month: string, known: Attributed): number {
  const [reading, before] = meter.readings.filter(({ period }) => period <= month)
  if (!reading || !before) return 0
  const used = litresBetween(before.valueLitres, reading.valueLitres, meter.wholeDigits)
  return silenceOf(meter, month, known).reduce((left, litres) => left - litres, used)
}

const partsOf = (lines: readonly ChargeLine[], service: ChargeLine['service']): VolumePart[] =>
  lines.flatMap((line) =>
    line.service === service && line.explanation.formula === 'volume_by_price' ? line.explanation.parts : [],
  )

const sumOf = (parts: readonly VolumePart[]) => parts.reduce((sum, { litres }) => sum + litres, 0)

/** Cold water is found on its own lines where it is charged, all else on those of wastewater. */
function partsOfWater(water: MeterRecord['service'], lines: readonly ChargeLine[]): VolumePart[] {
  const cold = partsOf(lines, 'cold_water')
  return water === 'cold' && cold.length > 0 ? cold : partsOf(lines, 'wastewater')
}

/** Undefined where no part of the month names the meter. */
function ownLitres(meter: MeterRecord, lines: readonly ChargeLine[]): number | undefined {
  const own = partsOfWater(meter.service, lines).filter(
    (part) => 'meterId' in part && part.meterId === meter.id,
  )
  return own.length > 0 ? sumOf(own.filter((part) => !isOfOutage(part, [meter]))) : undefined
}

/** Days before a meter counted again: no reading of later settles them. */
const isOfOutage = (part: VolumePart, meters: readonly MeterRecord[]): boolean =>
  'because' in part &&
  part.because !== 'no_reading' &&
  meters.some(({ outages = [] }) =>
    outages.some(({ reason, endedOn }) => reason === part.because && part.to < endedOn),
  )

type Counts = (part: VolumePart) => boolean

const byNorm = (parts: readonly VolumePart[], norm: 'cold' | 'hot' | 'wastewater') =>
  parts.filter((part) => part.method === 'norm' && part.norm === norm)

/**
 * The norm of a water in a month, litres; undefined where none was charged. Where nothing measured the water,
 * wastewater has a norm of its own, and what is not cold in it is hot.
 */
function normLitres(
  water: MeterRecord['service'],
  lines: readonly ChargeLine[],
  counts: Counts,
): number | undefined {
  const own = byNorm(partsOfWater(water, lines), water)
  if (own.length > 0) return sumOf(own.filter(counts))
  const whole = byNorm(partsOf(lines, 'wastewater'), 'wastewater')
  if (whole.length === 0) return undefined
  const litres = sumOf(whole.filter(counts))
  return water === 'hot'
    ? litres - sumOf(byNorm(partsOf(lines, 'cold_water'), 'cold').filter(counts))
    : litres
}
