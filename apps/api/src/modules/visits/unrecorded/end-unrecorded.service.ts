import { lastUnrecordedDay } from '@rodnik/domain/visits/late-record'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { businessDay } from '../../info/index.ts'
import { endBookedVisit } from '../booking/end-visit.service.ts'
import { findUnrecorded } from './unrecorded.repo.ts'

/**
 * Visits of which nothing was heard for days count as missed by us, so that whoever waited chooses again, and first.
 * A record that comes after all undoes it. Safe in any number of workers.
 */
export async function endUnrecordedVisits({ db, log }: Pick<Deps, 'db' | 'log'>): Promise<void> {
  const { today } = await businessDay({ db })
  for (const { id, requestId } of await findUnrecorded(db, lastUnrecordedDay(today))) {
    try {
      await endBookedVisit(
        { db },
        {
          requestId,
          reader: { openedId: requestId },
          actor: 'system',
          key: `unrecorded ${id}`,
          how: { type: 'unrecorded' },
          isOffice: true,
        },
      )
    } catch (error) {
      // Mostly somebody has recorded, moved or ended it at this moment. Whatever else it is, the others go on.
      if (error instanceof AppError) log.info({ visit: id, code: error.code }, 'a visit was not ended')
      else log.error({ visit: id, err: error }, 'a visit could not be ended')
    }
  }
}
