import type { ChargeReference } from '@rodnik/domain/billing/charge-facts'
import { chargeReference } from '@rodnik/domain/reference/charge-reference'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { findReferenceRows } from '../info/index.ts'

/** What a month is charged by, as it is known now. @throws reference_missing with the kinds of rules that lack */
export async function referenceOf(tx: Tx, period: string): Promise<ChargeReference> {
  const found = chargeReference(await findReferenceData(tx), period)
  if (found.ok) return found.reference
  throw new AppError('reference_missing', {
    fields: Object.fromEntries(found.missing.map((kind) => [kind, 'missing'])),
  })
}

/** Rows of every kind, for `penaltyRules`, `daysOfBills` and `workingCalendar` of the domain. */
export const findReferenceData = async (tx: Tx) => (await findReferenceRows(tx)).map(({ row }) => row)
