export const LITRES_PER_CUBIC_METRE = 1000

/** The volume at which a face with so many black drums shows zeros again. */
export function rolloverLitres(wholeDigits: number): number {
  return 10 ** wholeDigits * LITRES_PER_CUBIC_METRE
}

/** What passed the meter between two readings, at most one turn of the face apart. */
export function litresBetween(fromLitres: number, toLitres: number, wholeDigits: number): number {
  return toLitres >= fromLitres ? toLitres - fromLitres : toLitres + rolloverLitres(wholeDigits) - fromLitres
}
