import type {
  BilledService,
  ChargeLine,
  ChargeRefusal,
  SurplusLine,
  VolumeLine,
} from '@rodnik/contract/charges'
import type { VolumePart } from '@rodnik/contract/volume-parts'
import { absenceParts } from './absence-parts.ts'
import type { AccountMonth } from './charge-facts.ts'
import { surplusLine, volumeLine } from './charge-line.ts'
import { type MonthReference, tariffCover } from './month-reference.ts'
import { type PricedPart, shareOf } from './priced-part.ts'
import { coverRefusal } from './refusal.ts'
import { vatOn } from './vat.ts'
import { weightedParts } from './weighted-parts.ts'

/** Parts of a month's volume that a service of an account is charged for. */
export type Charged<Facts = AccountMonth> = {
  facts: Facts
  service: BilledService
  parts: readonly PricedPart[]
}
type PricedFacts = Pick<AccountMonth, 'kind' | 'period' | 'consumerGroup'>

/** The lines of a service in a month: charges, their surplus, and what absence takes off. */
export function serviceLines(charged: Charged, month: MonthReference): ChargeLine[] | ChargeRefusal {
  const charges = volumeLines('charge', charged, month)
  if (!Array.isArray(charges)) return charges
  const surplus = surplusLines(charged, month)
  if (!Array.isArray(surplus)) return surplus
  const { facts, service, parts } = charged
  const absent = volumeLines('absence', { facts, service, parts: absenceParts(facts, parts, month) }, month)
  if (!Array.isArray(absent)) return absent
  return surplus.length + absent.length === 0 ? charges : [...charges, ...surplus, ...absent]
}

/** A line for each price of the month to which some of the parts falls. */
export function volumeLines(
  kind: VolumeLine['kind'],
  { facts, service, parts }: Charged<PricedFacts>,
  month: MonthReference,
): VolumeLine[] | ChargeRefusal {
  if (parts.length === 0) return []
  const cover = tariffCover(month, facts.consumerGroup, service)
  if (!cover.ok) return coverRefusal('tariff', `${service} ${facts.consumerGroup}`, cover)
  const lines: VolumeLine[] = []
  for (const [index, { from, to, row }] of cover.segments.entries()) {
    const shares: VolumePart[] = []
    for (const part of parts) {
      const share = shareOf(part, cover.segments, index)
      if (share) shares.push(share)
    }
    if (shares.length === 0) continue
    const vat = vatOn(facts, to, month)
    if (!vat.ok) return vat
    const place = { service, period: facts.period, from, to }
    lines.push(volumeLine(kind, place, shares, { priceKopecks: row.priceKopecks, vatPercent: vat.percent }))
  }
  return lines
}

/** The coefficient's own lines, where some norm has one; organisations have none. */
function surplusLines(charged: Charged, month: MonthReference): SurplusLine[] | ChargeRefusal {
  const { facts, service, parts } = charged
  if (!parts.some((part) => part.hasCoefficient)) return []
  const cover = tariffCover(month, facts.consumerGroup, service)
  if (!cover.ok) return coverRefusal('tariff', `${service} ${facts.consumerGroup}`, cover)
  const lines: SurplusLine[] = []
  for (const [index, { from, to, row }] of cover.segments.entries()) {
    const weighted = weightedParts(charged, month, { segments: cover.segments, index })
    if (!Array.isArray(weighted)) return weighted
    const place = { service, period: facts.period, from, to }
    if (weighted.length > 0) lines.push(surplusLine(place, weighted, row.priceKopecks))
  }
  return lines
}
