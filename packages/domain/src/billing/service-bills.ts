import type { ServiceBill } from '@rodnik/contract/bills'
import type { ChargeLine } from '@rodnik/contract/charges'
import { sumKopecks } from './rounding.ts'

/** Lines by service, with what each comes to, as a bill shows them. */
export function serviceBills(lines: readonly ChargeLine[]): ServiceBill[] {
  return [...Map.groupBy(lines, ({ service }) => service)].map(([service, own]) => ({
    service,
    litres: own.reduce((sum, { litres }) => sum + (litres ?? 0), 0),
    amountKopecks: sumKopecks(own),
    lines: own,
  }))
}
