import type { ReferenceKind, ReferenceRow, ReferenceRowOf } from '@rodnik/contract/reference'
import { addDays } from '../calendar/days.ts'
import { subjectOf } from './subject.ts'

/** A value with the last day it holds; null where no next one is known. */
export type Valid<Row extends ReferenceRow = ReferenceRow> = { row: Row; validTo: string | null }

/** Each value ends the day before the next one of its subject, so none can overlap. Newest first, by subject. */
export function withValidTo<Row extends ReferenceRow>(rows: readonly Row[]): Valid<Row>[] {
  const bySubject = Map.groupBy(rows, (row) => `${row.kind} ${subjectOf(row)}`)
  return [...bySubject.values()].flatMap((same) =>
    same.toSorted(newestFirst).map((row, i, sorted) => {
      const next = sorted[i - 1]
      return { row, validTo: next ? addDays(next.validFrom, -1) : null }
    }),
  )
}

/** Rows with their last day, as the rules of billing take them. */
export const dated = <Row extends ReferenceRow>(rows: readonly Row[]) =>
  withValidTo(rows).map(({ row, validTo }) => ({ ...row, validTo }))

const newestFirst = (a: ReferenceRow, b: ReferenceRow) => (a.validFrom < b.validFrom ? 1 : -1)

/** The values of one kind. */
export const ofKind = <Kind extends ReferenceKind>(
  rows: readonly ReferenceRow[],
  kind: Kind,
): ReferenceRowOf<Kind>[] => rows.filter((row): row is ReferenceRowOf<Kind> => row.kind === kind)

/** Of values of one subject the one that holds on a day. */
export const inForceOn = <Row extends ReferenceRow>(rows: readonly Row[], day: string): Row | undefined =>
  rows.toSorted(newestFirst).find(({ validFrom }) => validFrom <= day)
