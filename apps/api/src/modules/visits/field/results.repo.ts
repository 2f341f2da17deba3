import type { VisitResult } from '@rodnik/contract/field-visits'
import { submissionNumber } from '@rodnik/domain/submissions/submission-number'
import type { Tx } from '../../../platform/db.ts'
import type { ActFacts } from '../act/act-facts.ts'

export type RecordedResult = { visitId: string; actNumber: string | null; wishHash: Uint8Array }

export const findResultByWish = (tx: Tx, wishKey: string): Promise<RecordedResult | null> =>
  tx.visitResult.findUnique({
    where: { wishKey },
    select: { visitId: true, actNumber: true, wishHash: true },
  })

/** V2611-0000123-7: of the month of the visit. */
export async function nextActNumber(tx: Tx, period: string): Promise<string> {
  const [next] = await tx.$queryRaw<{ id: bigint }[]>`SELECT nextval('visit_act_numbers') AS id`
  return `V${submissionNumber(period, next?.id ?? 0n)}`
}

export type NewResult = {
  visitId: string
  actNumber: string | null
  result: VisitResult
  facts: ActFacts
  inspectorId: string
  wish: { key: string; hash: Buffer }
}

/** @throws a unique violation when there is one of this visit, or of this wish */
export async function insertResult(tx: Tx, row: NewResult): Promise<void> {
  const { result, facts, wish, ...ids } = row
  await tx.visitResult.create({
    data: {
      ...ids,
      outcome: result.outcome,
      result,
      facts,
      enteredAt: new Date(result.enteredAt),
      wishKey: wish.key,
      wishHash: Uint8Array.from(wish.hash),
    },
  })
}
