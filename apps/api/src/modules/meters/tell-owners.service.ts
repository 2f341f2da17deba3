import type { WorkDone } from '@rodnik/contract/meter-works'
import type { Tx } from '../../platform/db.ts'
import { tellOwners } from './work-letters.repo.ts'

/** In the transaction of the work: the owners of its meter hear of it, or there was none. */
export async function told(tx: Tx, work: Promise<WorkDone>): Promise<WorkDone> {
  const done = await work
  await tellOwners(tx, done.workId)
  return done
}
