import type { Explanation, VolumeExplanation } from '@rodnik/contract/charges'
import { surplusOf } from './charge-line.ts'
import { interruptionReduction } from './interruption.ts'
import { partLitres } from './part-litres.ts'
import { pricedVolume } from './priced-volume.ts'
import { penaltyKopecks, vatKopecks } from './rounding.ts'

/**
 * The amount that an explanation explains, kopecks, VAT inside. It is worked out from what went in — readings,
 * months, persons, days, prices — and not from the volumes that stand beside them.
 */
export function recompute(explanation: Explanation): number {
  if (explanation.formula === 'volume_by_price') return volumeKopecks(explanation)
  if (explanation.formula === 'coefficient_surplus') {
    const parts = explanation.parts.map(({ part, coefficients }) => ({
      part: { ...part, litres: partLitres(part) },
      coefficients,
    }))
    return surplusOf(parts, explanation.priceKopecks)
  }
  if (explanation.formula === 'interruption') {
    const { chargeKopecks, hoursOver, perHourBasisPoints } = explanation
    return 0 - interruptionReduction(chargeKopecks, hoursOver, perHourBasisPoints)
  }
  if (explanation.formula === 'amount_difference') {
    return explanation.shouldBeKopecks - explanation.wereKopecks
  }
  return penaltyKopecks({ ...explanation, days: explanation.toDay - explanation.fromDay + 1 })
}

function volumeKopecks({ parts, priceKopecks, vatPercent }: VolumeExplanation): number {
  const volumes = parts.map((part) => ({ litres: partLitres(part) }))
  const net = pricedVolume(volumes, priceKopecks).amountKopecks
  return vatPercent === null ? net : net + vatKopecks(net, vatPercent)
}
