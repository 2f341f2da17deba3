import { type DueOn, dueOnBy } from '@rodnik/domain/reference/terms'
import type { Tx } from '../../../platform/db.ts'
import { findReferenceRows } from '../../info/index.ts'

/** By which day a bill is to be paid, as the reference data have it now. */
export async function dueDays(tx: Tx): Promise<DueOn> {
  const found = await Promise.all([findReferenceRows(tx, 'due_day'), findReferenceRows(tx, 'calendar')])
  return dueOnBy(found.flat().map(({ row }) => row))
}
