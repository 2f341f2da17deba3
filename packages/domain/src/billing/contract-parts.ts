import type { ChargeRefusal } from '@rodnik/contract/charges'
import { addDays } from '../calendar/days.ts'
import type { AccountMonth, LegalContract } from './charge-facts.ts'
import type { Uncovered } from './gap.ts'
import { commonSpan, type DaySpan, spanDays } from './month-frame.ts'
import type { MonthReference } from './month-reference.ts'
import { wholePart } from './part-litres.ts'
import { type PricedPart, pricedPart } from './priced-part.ts'
import { refusal } from './refusal.ts'

/**
 * What an organisation is charged for days that no meter and no average tells of: the guaranteed volume of its
 * contract as long as that counts, then the full pipe (Rules 776, п. 14–18).
 */
export function contractParts(
  facts: AccountMonth,
  uncovered: readonly Uncovered[],
  month: MonthReference,
): PricedPart[] | ChargeRefusal {
  if (uncovered.length === 0) return []
  const { contract } = facts
  if (!contract) return refusal('contract_missing', 'contract', uncovered[0]?.from ?? null)
  const parts: PricedPart[] = []
  for (const days of uncovered) {
    const guaranteed = guaranteedDays(contract, days)
    if (guaranteed) parts.push(guaranteedPart(contract, guaranteed, month))
    const rest = guaranteed ? { from: addDays(guaranteed.to, 1), to: days.to } : days
    if (rest.from > rest.to) continue
    if (contract.pipeDiameterMm === null) return refusal('method_missing', 'contract', rest.from)
    parts.push(capacityPart(contract.pipeDiameterMm, rest, month))
  }
  return parts
}

/** A guaranteed volume is for want of a meter, not for a meter that failed (п. 18). */
function guaranteedDays({ guaranteed }: LegalContract, days: Uncovered): DaySpan | undefined {
  const isUnmetered = days.because === 'no_meter' || days.because === 'meter_impossible'
  if (!guaranteed || !isUnmetered) return undefined
  return commonSpan(days, { from: days.from, to: guaranteed.untilOn })
}

function guaranteedPart(
  { guaranteed }: LegalContract,
  { from, to }: DaySpan,
  { frame }: MonthReference,
): PricedPart {
  const monthLitres = guaranteed?.monthLitres ?? 0
  const days = spanDays({ from, to })
  return pricedPart(wholePart({ method: 'guaranteed', monthLitres, days, monthDays: frame.days, from, to }))
}

function capacityPart(diameterMm: number, { from, to }: DaySpan, { reference }: MonthReference): PricedPart {
  const { speedMmPerSecond, hoursPerDay } = reference.rules.legal
  const days = spanDays({ from, to })
  const pipe = { diameterMm, speedMmPerSecond, hoursPerDay, days }
  return pricedPart(wholePart({ method: 'capacity', ...pipe, from, to }))
}
