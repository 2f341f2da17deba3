import type { Explanation } from '@rodnik/contract/charges'
import type { LawRef } from '@rodnik/contract/law'
import type { PenaltyPayer } from '@rodnik/contract/reference'
import type { PenaltySegment } from './penalty.ts'

const LAW: Record<PenaltyPayer, LawRef> = {
  resident: 'zhk:155.14',
  legal_general: '416:13.6.2',
  housing_cooperative: '416:13.6.3',
  managing_company: '416:13.6.4',
}

/** How a segment of a penalty came about, for the penalty's own line of a bill. */
export function explainPenalty(
  segment: PenaltySegment,
  payer: PenaltyPayer,
): Extract<Explanation, { formula: 'penalty' }> {
  const { debtKopecks, rateBasisPoints, denominator, fromDay, toDay } = segment
  return { formula: 'penalty', debtKopecks, rateBasisPoints, denominator, fromDay, toDay, law: [LAW[payer]] }
}
