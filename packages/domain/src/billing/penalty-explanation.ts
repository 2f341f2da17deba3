import type { Explanation } from '@rodnik/contract/charges'
import type { LawRef } from '@rodnik/contract/law'
import type { PENALTY_STEPS } from './law-data.ts'
import type { PenaltySegment } from './penalty.ts'

export type PenaltyPayer = keyof typeof PENALTY_STEPS

const LAW: Record<PenaltyPayer, LawRef> = {
  residents: 'zhk:155.14',
  legal: '416:13.6.2',
  associations: '416:13.6.3',
  managing_companies: '416:13.6.4',
}

/** How a segment of a penalty came about, for the penalty's own line of a bill. */
export function explainPenalty(
  segment: PenaltySegment,
  payer: PenaltyPayer,
): Extract<Explanation, { formula: 'penalty' }> {
  const { debtKopecks, rateBasisPoints, denominator, fromDay, toDay } = segment
  return { formula: 'penalty', debtKopecks, rateBasisPoints, denominator, fromDay, toDay, law: [LAW[payer]] }
}
