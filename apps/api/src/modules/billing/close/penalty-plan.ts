import type { PenaltyPayer, ReferenceKind, ReferenceRow } from '@rodnik/contract/reference'
import { consumerGroupOf } from '@rodnik/domain/billing/consumer-group'
import type { PenaltyTerms } from '@rodnik/domain/billing/penalty-growth'
import { addDays, lastDayOfMonth, shiftPeriod } from '@rodnik/domain/calendar/days'
import { dueOnBy, penaltyRules } from '@rodnik/domain/reference/terms'

/** What penalties of a month are counted by, as it is sent to a thread. */
export type PenaltyReference = readonly ReferenceRow[]

const KINDS: ReadonlySet<ReferenceKind> = new Set([
  'due_day',
  'calendar',
  'key_rate',
  'penalty_cap',
  'penalty_steps',
])

export const penaltyReference = (rows: readonly ReferenceRow[]): PenaltyReference =>
  rows.filter(({ kind }) => KINDS.has(kind))

export type PenaltyPlan = {
  /** Undefined where no steps of the payer are known: then nothing is asked of it. */
  termsOf: (payer: PenaltyPayer) => PenaltyTerms | undefined
  /** The newest month whose penalty may have begun; null: of none. */
  untilPeriod: { resident: string | null; legal: string | null }
}

const LEGAL = ['legal_general', 'housing_cooperative', 'managing_company'] as const
/** How far back the newest month that is late is looked for. */
const MONTHS_BACK = 12

/** Penalties are counted to the last day of the month that is charged. */
export function penaltyPlan(rows: PenaltyReference, period: string): PenaltyPlan {
  const asOf = lastDayOfMonth(period)
  const dueOnOf = dueOnBy(rows)
  const terms = new Map<PenaltyPayer, PenaltyTerms | undefined>()
  const termsOf = (payer: PenaltyPayer) => {
    if (!terms.has(payer)) terms.set(payer, made(payer))
    return terms.get(payer)
  }
  const made = (payer: PenaltyPayer): PenaltyTerms | undefined => {
    const rules = penaltyRules(rows, payer, asOf)
    const group = consumerGroupOf(payer === 'resident' ? 'resident' : 'legal')
    return rules && { payer, rules, asOf, dueOn: (month) => dueOnOf(month, group) }
  }
  const newest = (payers: readonly PenaltyPayer[]) =>
    payers
      .map((payer) => newestLate(termsOf(payer), period))
      .reduce((last, found) => (last === null || (found !== null && found > last) ? found : last), null)
  return { termsOf, untilPeriod: { resident: newest(['resident']), legal: newest(LEGAL) } }
}

function newestLate(terms: PenaltyTerms | undefined, period: string): string | null {
  const first = terms?.rules.steps.find(({ denominator }) => denominator !== null)
  if (!terms || !first) return null
  for (let back = 1; back <= MONTHS_BACK; back += 1) {
    const month = shiftPeriod(period, -back)
    const due = terms.dueOn(month)
    if (due !== null && addDays(due, first.fromDay) <= terms.asOf) return month
  }
  return null
}
