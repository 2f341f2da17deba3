import type { BilledService } from '@rodnik/contract/charges'

/**
 * Hot water is billed by the heat supplier, so here it is only wastewater; or the utility bills the cold water
 * that becomes hot, as the bills of Chelyabinsk of 2023 did (billing rules, 0.7).
 */
export type HotWaterPolicy = 'wastewater_only' | 'charged_as_cold'

/**
 * Which water a service bills: wastewater is cold and hot together, where nothing measures it (Rules 354, п. 42).
 * The preview of the cabinet and the bill ask the same function.
 */
export function billedWater<Part>(
  service: BilledService,
  water: { cold: readonly Part[]; hot: readonly Part[] },
  hotWater: HotWaterPolicy,
): readonly Part[] {
  if (water.hot.length === 0) return water.cold
  if (service === 'cold_water' && hotWater === 'wastewater_only') return water.cold
  return [...water.cold, ...water.hot]
}
