import type { Prices } from '@rodnik/contract/cabinet'
import type { WaterService } from '@rodnik/contract/meters'
import type { Estimate } from '@rodnik/contract/submissions'
import { billedWater, type HotWaterPolicy } from './billed-water.ts'
import { pricedVolume } from './priced-volume.ts'
import { sumKopecks } from './rounding.ts'

type Line = Estimate['lines'][number]

/**
 * What the volumes will cost, by the functions that the bill is made of. Unless the policy says otherwise hot water
 * is billed by its supplier, so it is here only as wastewater, which is cold and hot together.
 */
export function estimateCharge(
  volumes: readonly { service: WaterService; usedLitres: number }[],
  prices: Prices,
  hotWater: HotWaterPolicy = 'wastewater_only',
): Estimate {
  const water = { cold: litresOf('cold', volumes), hot: litresOf('hot', volumes) }
  const lineOf = (service: Line['service'], priceKopecks: number): Line[] => {
    const parts = billedWater(service, water, hotWater)
    return parts.length === 0 ? [] : [{ service, ...pricedVolume(parts, priceKopecks) }]
  }
  const lines = [
    ...lineOf('cold_water', prices.coldWaterKopecks),
    ...lineOf('wastewater', prices.wastewaterKopecks),
  ]
  return { lines, totalKopecks: sumKopecks(lines) }
}

function litresOf(service: WaterService, volumes: readonly { service: WaterService; usedLitres: number }[]) {
  return volumes
    .filter((volume) => volume.service === service)
    .map((volume) => ({ litres: volume.usedLitres }))
}
