import { addDays } from '../calendar/days.ts'
import type { Dated } from './charge-facts.ts'
import { type DaySpan, earlierDay, laterDay, type MonthFrame } from './month-frame.ts'

/** A month laid out in the rows that are valid in it, in order. */
export type Cover<Row> =
  | { ok: true; segments: readonly (DaySpan & { row: Row })[] }
  | { ok: false; fault: 'missing' | 'overlap'; day: string }

/** Every day of the month has exactly one row, else the first day that has none or two is named. */
export function coverMonth<Row extends Dated>(rows: readonly Row[], month: MonthFrame): Cover<Row> {
  const valid = rows
    .filter((row) => row.validFrom <= month.lastDay && (row.validTo ?? month.lastDay) >= month.firstDay)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const segments: (DaySpan & { row: Row })[] = []
  let next = month.firstDay
  for (const row of valid) {
    const from = laterDay(row.validFrom, month.firstDay)
    if (from !== next)
      return { ok: false, fault: from < next ? 'overlap' : 'missing', day: earlierDay(from, next) }
    const to = earlierDay(row.validTo ?? month.lastDay, month.lastDay)
    segments.push({ from, to, row })
    next = addDays(to, 1)
  }
  return next <= month.lastDay ? { ok: false, fault: 'missing', day: next } : { ok: true, segments }
}
