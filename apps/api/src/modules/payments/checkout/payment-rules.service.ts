import type { ReferenceRowOf } from '@rodnik/contract/reference'
import { inForceOn, ofKind } from '@rodnik/domain/reference/validity'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { findReferenceRows } from '../../info/index.ts'

export type PaymentRules = ReferenceRowOf<'payment_rules'>

/** What is taken online on a day. @throws reference_missing */
export async function paymentRulesOn(db: Deps['db'], day: string): Promise<PaymentRules> {
  const rows = (await findReferenceRows(db, 'payment_rules')).map(({ row }) => row)
  const rules = inForceOn(ofKind(rows, 'payment_rules'), day)
  if (!rules) throw new AppError('reference_missing')
  return rules
}
