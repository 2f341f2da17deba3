import * as z from 'zod/mini'
import { BilledService } from './charges.ts'
import type { Endpoint } from './endpoint.ts'
import { IsoDate, Kopecks } from './primitives.ts'

/** The price of a cubic metre for a group of consumers, with its days and its act. */
export const TariffValue = z.object({
  service: BilledService,
  consumerGroup: z.string(),
  priceKopecks: Kopecks,
  includesVat: z.boolean(),
  validFrom: IsoDate,
  /** The day before the next one; null where none is known. */
  validTo: z.nullable(IsoDate),
  act: z.string(),
})
export type TariffValue = z.infer<typeof TariffValue>

export const listTariffs = {
  method: 'GET',
  url: '/tariffs',
  config: { access: 'public' },
  schema: {
    summary: 'Prices of water now, before and to come, the newest first by service and group of consumers',
    tags: ['public'],
    response: { 200: z.object({ today: IsoDate, tariffs: z.array(TariffValue) }) },
  },
} as const satisfies Endpoint
