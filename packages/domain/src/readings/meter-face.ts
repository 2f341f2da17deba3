export const LITRES_PER_CUBIC_METRE = 1000

/** The volume at which a face with so many black drums shows zeros again. */
export function rolloverLitres(wholeDigits: number): number {
  return 10 ** wholeDigits * LITRES_PER_CUBIC_METRE
}

/** What passed the meter between two readings, at most one turn of the face apart. */
export function litresBetween(fromLitres: number, toLitres: number, wholeDigits: number): number {
  return toLitres >= fromLitres ? toLitres - fromLitres : toLitres + rolloverLitres(wholeDigits) - fromLitres
}

/**
 * What a reading adds to the bill, litres. Without a previous one it is the opening reading: what the meter has
 * counted before is no use of this account and may be its whole life elsewhere, so nothing is charged, as with
 * the readings at installation (Rules 354, п. 81). The import has the same rule in SQL (docs/import.md).
 */
export function usedSince(
  previous: { valueLitres: number } | null,
  valueLitres: number,
  wholeDigits: number,
): number {
  return previous ? litresBetween(previous.valueLitres, valueLitres, wholeDigits) : 0
}
