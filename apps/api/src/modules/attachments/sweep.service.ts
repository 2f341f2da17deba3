import type { Deps } from '../../platform/deps.ts'
import { deleteForgotten, findDueFiles, forgetRemoved } from './files.repo.ts'

const BATCH = 100

/**
 * The worker's look: uploads that no message took go after a day, and the files of rows that went. Any number of
 * workers may do it at once; what could not be removed is tried again at the next look.
 */
export async function sweepFiles({ pool, files }: Pick<Deps, 'pool' | 'files'>): Promise<void> {
  await deleteForgotten(pool)
  for (let keys = await findDueFiles(pool, BATCH); keys.length > 0; keys = await findDueFiles(pool, BATCH)) {
    for (const key of keys) {
      await files.remove(key)
      await forgetRemoved(pool, key)
    }
  }
}
