import type { BilledService, ChargeLine, MonthCharge } from '@rodnik/contract/charges'
import { type AccountWater, legalWater, residentWater } from './account-water.ts'
import { billedWater } from './billed-water.ts'
import type { AccountMonth, ChargeReference } from './charge-facts.ts'
import { interruptionLine } from './charge-line.ts'
import { hoursOver } from './interruption.ts'
import { type MonthReference, monthReference } from './month-reference.ts'
import type { PricedPart } from './priced-part.ts'
import { refusal } from './refusal.ts'
import { sumKopecks } from './rounding.ts'
import { serviceLines } from './service-lines.ts'

/**
 * What an account owes for a month: a line for each service and price, each with its explanation, or the reason why
 * it cannot be charged. Pure; the same facts and reference give the same lines. Penalties, payments and corrections
 * of other months are not in it.
 */
export function chargeMonth(facts: AccountMonth, reference: ChargeReference): MonthCharge {
  const month = monthReference(reference, facts.period)
  const water = facts.kind === 'resident' ? residentWater(facts, month) : legalWater(facts, month)
  if (!water.ok) return water
  const lines: ChargeLine[] = []
  for (const service of facts.services) {
    const parts = partsOf(service, water, month)
    const added = serviceLines({ facts, service, parts }, month)
    if (!Array.isArray(added)) return added
    for (const line of added) lines.push(line)
    const interruption = interruptionOf(facts, service, added, month)
    if (interruption) lines.push(interruption)
  }
  const totalKopecks = sumKopecks(lines)
  if (!Number.isSafeInteger(totalKopecks)) return refusal('amount_too_large', 'account', null)
  return { ok: true, lines, totalKopecks }
}

function partsOf(
  service: BilledService,
  water: AccountWater,
  { reference }: MonthReference,
): readonly PricedPart[] {
  if (service === 'wastewater' && water.wastewater) return water.wastewater
  return billedWater(service, water, reference.policies.hotWater)
}

/** Only dwellings: Rules 354, Annex 1. */
function interruptionOf(
  facts: AccountMonth,
  service: BilledService,
  charged: readonly ChargeLine[],
  { frame, reference }: MonthReference,
): ChargeLine | undefined {
  if (facts.interruptions.length === 0 || facts.kind !== 'resident') return undefined
  const { interruption: rules } = reference.rules
  const hours = facts.interruptions
    .filter((broken) => broken.service === service)
    .map((broken) => broken.hours)
  const over = hoursOver(hours, rules)
  const chargeKopecks = sumKopecks(charged)
  if (over === 0 || chargeKopecks <= 0) return undefined
  const place = { service, period: facts.period, from: frame.firstDay, to: frame.lastDay }
  const { perHourBasisPoints } = rules
  return interruptionLine(place, { chargeKopecks, hoursOver: over, perHourBasisPoints })
}
