import type { Outage, OutageBrief } from '@rodnik/contract/outages'
import { mayReach, reachesPremises } from '@rodnik/domain/notices/outage-address'
import { inOrderOfUse } from '@rodnik/domain/notices/outage-state'
import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { toBrief, toOutage } from './outage-view.ts'
import { findOutages } from './outages.repo.ts'
import { addressOfGuest, addressOfPerson, type PremisesAddress } from './premises.repo.ts'

const DAYS_SHOWN = 30

/** What everybody may know: of an address as people type it, of a street, or of the city. */
export async function publicOutages(
  { db }: Pick<Deps, 'db'>,
  { street, house = '' }: { street?: string | undefined; house?: string | undefined },
): Promise<Outage[]> {
  const rows = await findOutages(db, DAYS_SHOWN)
  const shown = rows
    .filter((row) => !row.isCancelled)
    .filter(({ streets }) => (street === undefined ? house === '' : mayReach(streets, { street, house })))
  return inOrderOfUse(shown.map(toOutage))
}

/** Outages now and to come at the address of an account. @throws not_found without a right to it */
export async function outagesOfPerson(
  { db }: Pick<Deps, 'db'>,
  { userId }: Pick<Actor, 'userId'>,
  accountId: string,
): Promise<Outage[]> {
  const address = await addressOfPerson(db, { userId, accountId })
  if (!address) throw new AppError('not_found')
  return inOrderOfUse((await comingAt(db, address)).map(toOutage))
}

/** Of a guest, who is never told the street. @throws sign_in_required when the session has ended */
export async function outagesOfGuest({ db }: Pick<Deps, 'db'>, sessionId: string): Promise<OutageBrief[]> {
  const address = await addressOfGuest(db, sessionId)
  if (!address) throw new AppError('sign_in_required')
  return inOrderOfUse((await comingAt(db, address)).map(toBrief))
}

async function comingAt(tx: Tx, address: PremisesAddress) {
  const rows = await findOutages(tx, 0)
  return rows.filter((row) => {
    const { state } = toBrief(row)
    return (state === 'planned' || state === 'under_way') && reachesPremises(row.streets, address)
  })
}
