import type { ChargeReference } from '@rodnik/domain/billing/charge-facts'
import { chargeReference } from '@rodnik/domain/reference/charge-reference'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { findReferenceRows } from '../info/index.ts'
import { type PenaltyReference, penaltyReference } from './close/penalty-plan.ts'

/** What a month is charged by, as it is known now. @throws reference_missing with the kinds of rules that lack */
export async function referenceOf(tx: Tx, period: string): Promise<ChargeReference> {
  const found = chargeReference(await findReferenceData(tx), period)
  if (found.ok) return found.reference
  throw new AppError('reference_missing', {
    fields: Object.fromEntries(found.missing.map((kind) => [kind, 'missing'])),
  })
}

/** What a close charges by: a month, those that recalculations go back to, and what was not paid in time. */
export async function closeReferenceOf(
  tx: Tx,
): Promise<{ referenceOf: (period: string) => Promise<ChargeReference>; penalties: PenaltyReference }> {
  return {
    referenceOf: (period) => referenceOf(tx, period),
    penalties: penaltyReference(await findReferenceData(tx)),
  }
}

/** Rows of every kind, for `penaltyRules`, `dueOnBy` and `workingCalendar` of the domain. */
export const findReferenceData = async (tx: Tx) => (await findReferenceRows(tx)).map(({ row }) => row)
