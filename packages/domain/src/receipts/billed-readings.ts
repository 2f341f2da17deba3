import type { ChargeLine } from '@rodnik/contract/charges'
import type { VolumePart } from '@rodnik/contract/volume-parts'

/** What a bill says of a meter: between which readings it was charged, or that none counted. */
export type BilledReading = {
  meterId: string
  /** Null: the meter was charged without a reading. */
  readings: { fromLitres: number; toLitres: number; usedLitres: number } | null
}

type Lines = readonly { lines: readonly ChargeLine[] }[]
type FacePart = Extract<VolumePart, { method: 'meter' | 'meter_months' }>

/**
 * The meters that a bill was made of, with the readings it was made from: taken from the bill itself, so that a
 * receipt of a past month says what it said. Hot meters stand on the line of wastewater.
 */
export function billedReadings(services: Lines): BilledReading[] {
  const parts = services.flatMap(({ lines }) => lines.flatMap(partsOf))
  const byMeter = Map.groupBy(parts, ({ meterId }) => meterId)
  return [...byMeter].map(([meterId, ofMeter]) => ({ meterId, readings: between(ofMeter.filter(isFace)) }))
}

type MeterPart = Extract<VolumePart, { meterId: string }>

const partsOf = (line: ChargeLine): MeterPart[] =>
  line.kind === 'charge' ? line.explanation.parts.filter((part): part is MeterPart => 'meterId' in part) : []

const isFace = (part: MeterPart): part is FacePart =>
  part.method === 'meter' || part.method === 'meter_months'

/** A month may be cut by a price: its pieces follow one another, and a share names the whole piece again. */
function between(parts: readonly FacePart[]): BilledReading['readings'] {
  const pieces = [...new Map(parts.map((part) => [`${part.fromLitres} ${part.toLitres}`, part])).values()]
  const inOrder = pieces.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last) return null
  return {
    fromLitres: first.fromLitres,
    toLitres: last.toLitres,
    usedLitres: inOrder.reduce((sum, part) => sum + part.toLitres - part.fromLitres + part.turnLitres, 0),
  }
}
