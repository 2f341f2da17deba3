import type { Prices } from '@rodnik/contract/cabinet'
import type { WaterService } from '@rodnik/contract/meters'
import type { Estimate } from '@rodnik/contract/submissions'
import { multiplyHalfUp } from '../money/half-up.ts'

type Line = Estimate['lines'][number]

/**
 * What the volumes will cost: meters of a service are summed before rounding (billing rules, 1.8 R3–R4).
 * Hot water is billed by its supplier, so it is here only as wastewater, which is cold and hot together.
 */
export function estimateCharge(
  volumes: readonly { service: WaterService; usedLitres: number }[],
  prices: Prices,
): Estimate {
  const cold = volumes.filter((volume) => volume.service === 'cold')
  const lines = [
    ...lineOf('cold_water', cold, prices.coldWaterKopecks),
    ...lineOf('wastewater', volumes, prices.wastewaterKopecks),
  ]
  return { lines, totalKopecks: lines.reduce((total, line) => total + line.amountKopecks, 0) }
}

function lineOf(
  service: Line['service'],
  volumes: readonly { usedLitres: number }[],
  kopecksPerCubicMetre: number,
): Line[] {
  if (volumes.length === 0) return []
  const litres = volumes.reduce((total, volume) => total + volume.usedLitres, 0)
  return [{ service, litres, amountKopecks: multiplyHalfUp(litres, kopecksPerCubicMetre) }]
}
