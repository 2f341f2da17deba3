import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { violatedConstraint } from '../../platform/outage.ts'

/** Of two at once the loser meets a key of the database: another work, or a reading that was sent meanwhile. */
export async function inOneGo<T>({ db }: Pick<Deps, 'db'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.$transaction(work)
  } catch (error) {
    const constraint = violatedConstraint(error)
    if (constraint === undefined) throw error
    throw new AppError(constraint === 'readings_pkey' ? 'readings_changed_meanwhile' : 'already_recorded')
  }
}
