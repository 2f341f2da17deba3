import type { ReferenceRow } from '@rodnik/contract/reference'
import type { ChargeReference } from '@rodnik/domain/billing/charge-facts'
import { chargeReference } from '@rodnik/domain/reference/charge-reference'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { findReferenceRows } from '../info/index.ts'
import { type PenaltyReference, penaltyReference } from './close/penalty-plan.ts'
import type { ReferenceOf } from './recalculations/past-references.ts'

/** What a month is charged by, as it is known now. @throws reference_missing with the kinds of rules that lack */
export async function referenceOf(tx: Tx, period: string): Promise<ChargeReference> {
  return chargesBy(await findReferenceData(tx), period)
}

function chargesBy(rows: readonly ReferenceRow[], period: string): ChargeReference {
  const found = chargeReference(rows, period)
  if (found.ok) return found.reference
  throw new AppError('reference_missing', {
    fields: Object.fromEntries(found.missing.map((kind) => [kind, 'missing'])),
  })
}

/** What a close charges by, read once: a month, those that recalculations go back to, and what was not paid in time. */
export async function closeReferenceOf(
  tx: Tx,
): Promise<{ referenceOf: ReferenceOf; penalties: PenaltyReference }> {
  const rows = await findReferenceData(tx)
  return { referenceOf: async (period) => chargesBy(rows, period), penalties: penaltyReference(rows) }
}

/** Rows of every kind, for `penaltyRules`, `dueOnBy` and `workingCalendar` of the domain. */
export const findReferenceData = async (tx: Tx) => (await findReferenceRows(tx)).map(({ row }) => row)
