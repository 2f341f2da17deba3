import type { FieldMeter } from '@rodnik/contract/field-visits'
import { auditName } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { recordRecalculation } from '../../billing/index.ts'
import type { ActFacts } from '../act/act-facts.ts'
import type { Recording } from './recording.ts'

export type Applied = Recording & { meters: FieldMeter[]; facts: ActFacts; actNumber: string }

/** What was found becomes what meters and bills are of. */
export async function applyResult(tx: Tx, applied: Applied): Promise<void> {
  await creditDifferences(tx, applied)
}

/** Less on the face than was billed: the difference goes back in the month of the visit (Rules 354, п. 61). */
async function creditDifferences(tx: Tx, { visit, facts, actNumber, actor }: Applied): Promise<void> {
  for (const { meterId, foundLitres, differenceLitres } of facts.differences) {
    if (differenceLitres >= 0) continue
    await recordRecalculation(tx, auditName(actor), {
      accountId: visit.accountId,
      facts: { kind: 'inspection', meterId, foundOn: visit.day, foundLitres },
      reason: `Акт ${actNumber}: показание контролёра меньше начисленного (ПП РФ 354, п. 61)`,
    }).catch(passOverKnown)
  }
}

/** The office has recorded the same finding already. */
function passOverKnown(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'recalculation_exists') throw error
}
