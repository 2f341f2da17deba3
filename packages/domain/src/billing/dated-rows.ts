import { addDays } from '../calendar/days.ts'
import type { Dated } from './charge-facts.ts'

/**
 * Rows that say only when they begin, closed by the next row of the same kind: a tariff ends on the day before its
 * successor begins. Two rows that begin on the same day stay a contradiction, which charging refuses.
 */
export function closedByNext<Row extends { validFrom: string }>(
  rows: readonly Row[],
  kindOf: (row: Row) => string,
): (Row & Dated)[] {
  const sorted = rows.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  return sorted.map((row, index) => {
    const next = sorted
      .slice(index + 1)
      .find((later) => later.validFrom > row.validFrom && kindOf(later) === kindOf(row))
    return { ...row, validTo: next ? addDays(next.validFrom, -1) : null }
  })
}
