import type { ReferenceKind, ReferenceRow } from '@rodnik/contract/reference'
import type { ChargeReference } from '../billing/charge-facts.ts'
import { dated, inForceOn, ofKind } from './validity.ts'

export type ReferenceOfMonth =
  | { ok: true; reference: ChargeReference }
  | { ok: false; missing: readonly ReferenceKind[] }

/**
 * What a month is charged by: rows with their days, and the rules and policies that hold on its first day. A rule
 * that is missing is named; a missing price or norm is found by the account that needs it.
 */
export function chargeReference(rows: readonly ReferenceRow[], period: string): ReferenceOfMonth {
  const average = rulesOf(rows, 'average_rules', period)
  const interruption = rulesOf(rows, 'interruption_rules', period)
  const absence = rulesOf(rows, 'absence_rules', period)
  const legal = rulesOf(rows, 'legal_rules', period)
  const recalculation = rulesOf(rows, 'recalculation_rules', period)
  const policies = rulesOf(rows, 'charge_policies', period)
  if (average && interruption && absence && legal && recalculation && policies) {
    const { longerThanDays: absenceLongerThanDays } = absence
    const rules = { average, interruption, absenceLongerThanDays, legal, recalculation }
    return { ok: true, reference: { ...datedRows(rows), rules, policies } }
  }
  const found = { average_rules: average, interruption_rules: interruption, absence_rules: absence }
  const all = {
    ...found,
    legal_rules: legal,
    recalculation_rules: recalculation,
    charge_policies: policies,
  }
  const kinds = Object.keys(all) as (keyof typeof all)[]
  return { ok: false, missing: kinds.filter((kind) => all[kind] === undefined) }
}

function datedRows(rows: readonly ReferenceRow[]) {
  return {
    tariffs: dated(ofKind(rows, 'tariff')),
    norms: dated(ofKind(rows, 'norm')),
    coefficients: dated(ofKind(rows, 'coefficient')),
    vat: dated(ofKind(rows, 'vat')),
  }
}

type RuleKind =
  | 'average_rules'
  | 'interruption_rules'
  | 'absence_rules'
  | 'legal_rules'
  | 'recalculation_rules'
  | 'charge_policies'

/** A month has one of each: they begin on first days only. */
const rulesOf = <Kind extends RuleKind>(rows: readonly ReferenceRow[], kind: Kind, period: string) =>
  inForceOn(ofKind(rows, kind), `${period}-01`)
