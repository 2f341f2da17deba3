import { lineKopecks, sumKopecks } from '../rounding.ts'
import { type Computed, type Given, has, hundredths, isRecord, record } from './given.ts'

export const SERVICES = ['cold', 'hot', 'sewer'] as const
export type VectorService = (typeof SERVICES)[number]
export type Volumes = Partial<Record<VectorService, number>>

/** Kopecks for a cubic metre of a service; undefined where the vector has no tariff of it. */
export function priceOf(given: Given, service: VectorService): number | undefined {
  if (!isRecord(given['tariff'])) return service === 'cold' ? hundredths(given, 'tariff') : undefined
  const tariff = record(given, 'tariff')
  return has(tariff, service) ? hundredths(tariff, service) : undefined
}

/** `cold_kop`, `sewer_kop`, … of the services that have a tariff, and their sum. */
export function amountsOf(
  given: Given,
  volumes: Volumes,
  lineOf: (litres: number, price: number, service: VectorService) => number = lineKopecks,
): Computed {
  const lines = SERVICES.flatMap((service) => {
    const price = priceOf(given, service)
    const volume = volumes[service]
    if (price === undefined || volume === undefined) return []
    return [{ field: `${service}_kop`, amountKopecks: lineOf(volume, price, service) }]
  })
  return {
    ...Object.fromEntries(lines.map((line) => [line.field, line.amountKopecks])),
    total_kop: sumKopecks(lines),
  }
}

/** The same volume of water and of wastewater. */
export const waterAndSewer = (litres: number): Volumes => ({ cold: litres, sewer: litres })
