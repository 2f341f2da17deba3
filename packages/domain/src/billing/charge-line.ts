import type {
  BilledService,
  InterruptionLine,
  SurplusExplanation,
  SurplusLine,
  VolumeLine,
} from '@rodnik/contract/charges'
import type { LawRef } from '@rodnik/contract/law'
import type { VolumePart } from '@rodnik/contract/volume-parts'
import { citationsOf } from './citations.ts'
import { weightedVolume } from './coefficient.ts'
import { interruptionReduction } from './interruption.ts'
import { pricedVolume } from './priced-volume.ts'
import { surplusKopecks, vatKopecks } from './rounding.ts'

/** Whose line it is and for which days. */
export type LinePlace = { service: BilledService; period: string; from: string; to: string }
export type LinePrice = {
  priceKopecks: number
  /** Null: VAT is inside the price. */
  vatPercent: number | null
}

/** What a line to an organisation rests on besides its volume: Rules 776 п. 23 for wastewater, НК for the VAT. */
const ORGANISATION: Record<BilledService, readonly LawRef[]> = {
  cold_water: ['nk:164.3', 'nk:168'],
  wastewater: ['776:23', 'nk:164.3', 'nk:168'],
}

/** A line of parts that are summed before they are multiplied (R3), VAT on top where the price is without it. */
export function volumeLine(
  kind: VolumeLine['kind'],
  place: LinePlace,
  parts: VolumePart[],
  { priceKopecks, vatPercent }: LinePrice,
): VolumeLine {
  const { litres, amountKopecks: net } = pricedVolume(parts, priceKopecks)
  const vat = vatPercent === null ? null : vatOf(net, vatPercent)
  const law = vat ? [...citationsOf(parts, true), ...ORGANISATION[place.service]] : citationsOf(parts)
  return {
    kind,
    ...place,
    litres,
    priceKopecks,
    amountKopecks: vat ? net + vat.vatKopecks : net,
    vat,
    explanation: { formula: 'volume_by_price', parts, priceKopecks, vatPercent, law },
  }
}

function vatOf(netKopecks: number, percent: number) {
  return { percent, netKopecks, vatKopecks: vatKopecks(netKopecks, percent) }
}

/** The coefficient over the norm, on its own line (R5; ПП РФ 25.11.2025 № 1871). */
export function surplusLine(
  place: LinePlace,
  parts: SurplusExplanation['parts'],
  priceKopecks: number,
): SurplusLine {
  const law: LawRef[] = [...citationsOf(parts.map(({ part }) => part)), '1871']
  if (parts.some(({ coefficients }) => coefficients.length > 1)) law.push('policy:coefficient_change')
  return {
    kind: 'surplus',
    ...place,
    litres: null,
    priceKopecks,
    amountKopecks: surplusOf(parts, priceKopecks),
    vat: null,
    explanation: { formula: 'coefficient_surplus', parts, priceKopecks, law },
  }
}

/** Parts of a line are summed before they are multiplied, with and without the coefficient. */
export function surplusOf(parts: SurplusExplanation['parts'], priceKopecks: number): number {
  let litres = 0
  let weighted = 0
  for (const { part, coefficients } of parts) {
    litres += part.litres
    weighted += weightedVolume(part.litres, coefficients)
  }
  return surplusKopecks(litres, weighted, priceKopecks)
}

/** What hours without water take off a charge (Rules 354, Annex 1 п. 1). */
export function interruptionLine(
  place: LinePlace,
  interruption: { chargeKopecks: number; hoursOver: number; perHourBasisPoints: number },
): InterruptionLine {
  const { chargeKopecks, hoursOver, perHourBasisPoints } = interruption
  const reduction = interruptionReduction(chargeKopecks, hoursOver, perHourBasisPoints)
  return {
    kind: 'interruption',
    ...place,
    litres: null,
    priceKopecks: null,
    amountKopecks: reduction === 0 ? 0 : -reduction,
    vat: null,
    explanation: { formula: 'interruption', ...interruption, law: ['354:a1.1'] },
  }
}
