import { districtOf } from '@rodnik/domain/visits/district-of'
import { streetKey } from '@rodnik/domain/visits/street-key'
import type { Tx } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { findStreets } from './districts.repo.ts'

/** The district of an account's premises. @throws not_found without an account, reference_missing without districts */
export async function districtOfAccount(tx: Tx, accountId: string): Promise<string> {
  const account = await tx.account.findUnique({
    where: { id: accountId },
    select: { premises: { select: { street: true, house: true } } },
  })
  if (!account) throw new AppError('not_found')
  const { street, house } = account.premises
  const { streets, fallback } = await findStreets(tx, street)
  const district = districtOf(streets, { streetKey: streetKey(street), house }) ?? fallback
  if (district === undefined) throw new AppError('reference_missing')
  return district
}
