import type { FieldDay, FieldVisit } from '@rodnik/contract/field-visits'
import type { Actor } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { businessDay } from '../../info/index.ts'
import { findFieldDay, findFieldMeters } from './field-day.repo.ts'

/** What an inspector takes along today; nobody else's visits, and no other day's. */
export async function fieldDay(deps: Pick<Deps, 'db'>, { userId }: Pick<Actor, 'userId'>): Promise<FieldDay> {
  const { today, timeZone } = await businessDay(deps)
  const rows = await findFieldDay(deps.db, today, { inspectorId: userId, timeZone })
  const visits = await Promise.all(
    rows.map(async (row): Promise<FieldVisit> => {
      const {
        accountId,
        requestId: _id,
        filedOn: _on,
        inspectorName: _name,
        wasMissedByUs: _us,
        ...visit
      } = row
      return {
        ...visit,
        meters: await findFieldMeters(deps.db, accountId, today),
        askedMeterIds: askedIn(row.request.fields),
      }
    }),
  )
  return { inspectorId: userId, today, visits }
}

/** The meters that a request names; a kind without any names none. */
export const askedIn = (fields: Record<string, unknown>): string[] => {
  const { meterIds } = fields as { meterIds?: string[] }
  return meterIds ?? []
}
