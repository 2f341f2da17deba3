import type { ReferenceRow } from '@rodnik/contract/reference'
import { rowsOfMonth } from '@rodnik/domain/reference/rows-of-month'
import type { Deps } from '../../platform/deps.ts'
import { findReferenceRows } from './reference.repo.ts'

/** What a month is charged by, for whoever wants to work it out; none where nothing is known of it. */
export async function publicChargeReference(
  { db }: Pick<Deps, 'db'>,
  period: string,
): Promise<{ period: string; rows: ReferenceRow[] }> {
  const recorded = await findReferenceRows(db)
  return {
    period,
    rows: rowsOfMonth(
      recorded.map(({ row }) => row),
      period,
    ),
  }
}
