import type { PenaltyGrowth } from '@rodnik/contract/penalties'
import type { PenaltyPayer } from '@rodnik/contract/reference'
import type { DatedDebt } from './dated-debts.ts'
import { type PenaltyRules, penaltyFor } from './penalty.ts'
import { explainPenalty } from './penalty-explanation.ts'

export type PenaltyTerms = {
  payer: PenaltyPayer
  rules: PenaltyRules
  /** The last day to pay a month; null where it is not known. */
  dueOn: (period: string) => string | null
  /** The day to count to. */
  asOf: string
}

export type GrownPenalties = {
  grown: PenaltyGrowth[]
  /** Months of debt whose penalty cannot be told: the term, the rate or its limit is not known for a day. */
  unknown: { service: DatedDebt['service']; debtPeriod: string }[]
}

/** Of a month that is paid nobody asks any more when it was due. */
const isPaid = ({ debtKopecks, payments }: Pick<DatedDebt, 'debtKopecks' | 'payments'>): boolean =>
  payments.reduce((left, { kopecks }) => left - kopecks, debtKopecks) <= 0

/**
 * What the penalties of an account have grown by since they were charged last: of each debt all of it to this day
 * (`penaltyFor`) less what was charged before. So a payment that was found late, a rate that fell or a debt that
 * was corrected is made good by the next bill. `chargedBefore` gives kopecks by service and month of debt.
 */
export function growPenalties(
  debts: readonly DatedDebt[],
  chargedBefore: (service: DatedDebt['service'], debtPeriod: string) => number,
  { payer, rules, dueOn, asOf }: PenaltyTerms,
): GrownPenalties {
  const found: GrownPenalties = { grown: [], unknown: [] }
  for (const { service, period: debtPeriod, takenOverOn: countedTo, ...debt } of debts) {
    const due = dueOn(debtPeriod)
    if (due === null && isPaid(debt)) continue
    const penalty = due !== null && penaltyFor({ ...debt, countedTo, dueOn: due, asOf }, rules)
    if (!penalty || !penalty.ok || due === null) {
      found.unknown.push({ service, debtPeriod })
      continue
    }
    const chargedBeforeKopecks = chargedBefore(service, debtPeriod)
    const amountKopecks = penalty.totalKopecks - chargedBeforeKopecks
    if (amountKopecks === 0) continue
    const segments = penalty.segments.map((segment) => explainPenalty(segment, payer))
    found.grown.push({
      service,
      debtPeriod,
      dueOn: due,
      asOf,
      amountKopecks,
      chargedBeforeKopecks,
      segments,
    })
  }
  return found
}
