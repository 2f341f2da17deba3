import type { VolumeLine } from '@rodnik/contract/charges'
import type { VolumePart } from '@rodnik/contract/volume-parts'

/** A charge is known by how most of its volume was found: an estimate says more than a reading beside it. */
export function namingMethod(line: Pick<VolumeLine, 'explanation'>): VolumePart['method'] {
  const found = line.explanation.parts.map(({ method }) => method)
  return found.find((method) => method !== 'meter' && method !== 'true_up') ?? found[0] ?? 'meter'
}
