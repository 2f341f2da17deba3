import type { ChargeLine } from '@rodnik/contract/charges'
import { billedMeter, type MeterRecord } from './billed-meter.ts'
import type { BilledMeter } from './charge-facts.ts'

/** What months were charged, by period, oldest first: the lines of the month itself, as corrected since. */
export type ChargedMonths = ReadonlyMap<string, readonly ChargeLine[]>

type Known = Pick<MeterRecord, 'id' | 'service' | 'readings'>

/** A meter in a month that follows on months which were charged as said. */
export function meterAfter(record: MeterRecord, period: string, charged: ChargedMonths): BilledMeter {
  return billedMeter(record, period, charged.size === 0 ? [] : silentLitres(record, period, charged))
}

/** What the months between the last reading and this month were charged for a meter, litres, oldest first. */
export function silentLitres(meter: Known, period: string, charged: ChargedMonths): number[] {
  const last = meter.readings.find((reading) => reading.period < period)
  if (!last) return []
  return [...charged].flatMap(([month, lines]) =>
    month > last.period && month < period ? chargedFor(meter, lines) : [],
  )
}

/** Its own parts, or all of the service where the month went by the norm; nothing where nothing was charged. */
function chargedFor({ id, service }: Known, lines: readonly ChargeLine[]): number[] {
  const billedAs = service === 'cold' ? 'cold_water' : 'wastewater'
  const charged = lines.filter((line) => line.service === billedAs)
  if (charged.length === 0) return []
  const own = charged.flatMap(({ explanation }) =>
    explanation.formula === 'volume_by_price'
      ? explanation.parts.filter((part) => 'meterId' in part && part.meterId === id)
      : [],
  )
  if (own.length > 0) return [own.reduce((sum, { litres }) => sum + litres, 0)]
  return [service === 'cold' ? charged.reduce((sum, { litres }) => sum + (litres ?? 0), 0) : 0]
}
