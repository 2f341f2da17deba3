import type { CorrectionFault } from '@rodnik/contract/reading-corrections'
import { daysBetween } from '../calendar/days.ts'
import { litresBetween, rolloverLitres, usedSince } from './meter-face.ts'

/** A reading that counts, one a month, oldest first. */
export type CountedReading = {
  period: string
  takenOn: string
  valueLitres: number
  usedLitres: number
  isRollover: boolean
}
export type Face = { wholeDigits: number; fractionDigits: number; nominalLitresPerHour: number }
export type Correction = { period: string; litres: number }

export type CorrectedHistory =
  | { ok: true; corrected: CountedReading[]; recounted: CountedReading[] }
  | { ok: false; faults: { period: string; fault: CorrectionFault }[] }

const HOURS_PER_DAY = 24

/**
 * The history of a meter in which some readings were other ones: what was read wrongly, and the months after them
 * whose volume is worked out anew. A value below the month before is a turn of the face only where one was known.
 */
export function correctHistory(
  history: readonly CountedReading[],
  corrections: readonly Correction[],
  face: Face,
): CorrectedHistory {
  const wanted = new Map(corrections.map(({ period, litres }) => [period, litres]))
  const values = history.map((reading) => ({
    ...reading,
    valueLitres: wanted.get(reading.period) ?? reading.valueLitres,
  }))
  const faults = corrections.flatMap((correction) => {
    const at = history.findIndex(({ period }) => period === correction.period)
    const fault = faultOf(correction, { before: history[at], values, at }, face)
    return fault ? [{ period: correction.period, fault }] : []
  })
  if (faults.length > 0) return { ok: false, faults }
  const counted = values.map((reading, at) => recount(reading, values[at - 1], face))
  return {
    ok: true,
    corrected: counted.filter(({ period }) => wanted.has(period)),
    recounted: counted.filter(
      ({ period, usedLitres, isRollover }, at) =>
        !wanted.has(period) &&
        (usedLitres !== history[at]?.usedLitres || isRollover !== history[at]?.isRollover),
    ),
  }
}

type Place = { before: CountedReading | undefined; values: readonly CountedReading[]; at: number }

function faultOf({ litres }: Correction, place: Place, face: Face): CorrectionFault | undefined {
  if (!place.before) return 'no_reading'
  if (place.before.valueLitres === litres) return 'same_value'
  if (litres >= rolloverLitres(face.wholeDigits)) return 'too_many_digits'
  if (litres % 10 ** (3 - face.fractionDigits) !== 0) return 'too_many_fraction_digits'
  return faultAmongNeighbours(place.before, litres, place, face)
}

function faultAmongNeighbours(
  before: CountedReading,
  litres: number,
  { values, at }: Place,
  face: Face,
): CorrectionFault | undefined {
  const [earlier, corrected, later] = [values[at - 1], values[at], values[at + 1]]
  if (earlier && litres < earlier.valueLitres && !before.isRollover) return 'below_previous'
  if (later && later.valueLitres < litres && !later.isRollover) return 'above_later'
  const isPossible = fitsThrough(earlier, corrected, face) && fitsThrough(corrected, later, face)
  return isPossible ? undefined : 'impossible_volume'
}

/** Whether the pipe lets so much through between two readings. */
function fitsThrough(
  from: CountedReading | undefined,
  to: CountedReading | undefined,
  { wholeDigits, nominalLitresPerHour }: Face,
): boolean {
  if (!from || !to) return true
  const days = Math.max(1, daysBetween(from.takenOn, to.takenOn))
  return (
    litresBetween(from.valueLitres, to.valueLitres, wholeDigits) <=
    nominalLitresPerHour * HOURS_PER_DAY * days
  )
}

const recount = (
  reading: CountedReading,
  earlier: CountedReading | undefined,
  { wholeDigits }: Face,
): CountedReading => ({
  ...reading,
  usedLitres: usedSince(earlier ?? null, reading.valueLitres, wholeDigits),
  isRollover: earlier !== undefined && reading.valueLitres < earlier.valueLitres,
})
