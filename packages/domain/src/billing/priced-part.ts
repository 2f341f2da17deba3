import type { VolumePart } from '@rodnik/contract/volume-parts'
import { commonDays, type DaySpan } from './month-frame.ts'
import type { PersonsDays } from './persons-by-day.ts'
import { splitByWeights } from './split.ts'

/** A part of a month's volume with what it takes to share it out over the prices of the month. */
export type PricedPart = {
  part: VolumePart
  /** A norm is shared by days of persons, all else by days. */
  persons: readonly PersonsDays[] | null
  hasCoefficient: boolean
  /** Days that a norm of the whole service has taken over from this part. */
  excluded: readonly DaySpan[]
}

const NONE: readonly DaySpan[] = []

export function pricedPart(part: VolumePart, excluded: readonly DaySpan[] = NONE): PricedPart {
  return { part, persons: null, hasCoefficient: false, excluded }
}

/**
 * The share of a part that falls to one of the segments of a month (R2), or undefined when none does: nothing is
 * split where all of the part lies inside.
 */
export function shareOf(
  priced: PricedPart,
  segments: readonly DaySpan[],
  index: number,
): VolumePart | undefined {
  const { part, excluded } = priced
  if (segments.length === 1 && excluded.length === 0) return part
  const shares = segments.map((segment) => weightIn(priced, segment))
  if ((shares[index] ?? 0) === 0) return undefined
  // What was taken over is the first share, of which no line takes anything: so the rest of the part is the same
  // however many prices the month has.
  const dropped = excluded.reduce((days, span) => days + commonDays(part, span), 0)
  const weights = dropped > 0 ? [dropped, ...shares] : shares
  if (weights.filter((weight) => weight > 0).length === 1) return part
  const share = { weights, index: dropped > 0 ? index + 1 : index }
  return { ...part, share, litres: splitByWeights(part.litres, weights)[share.index] ?? 0 }
}

/** Days, or days of persons, of a part within a span. */
export function weightIn({ part, persons, excluded }: PricedPart, span: DaySpan): number {
  if (persons) {
    return persons.reduce((sum, days) => sum + days.persons * commonDays(days, span), 0)
  }
  const own = {
    from: part.from > span.from ? part.from : span.from,
    to: part.to < span.to ? part.to : span.to,
  }
  if (own.from > own.to) return 0
  return excluded.reduce((days, taken) => days - commonDays(own, taken), commonDays(own, own))
}
