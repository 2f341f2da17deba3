import * as z from 'zod/mini'
import { Prices, ReadingWindow } from './cabinet.ts'
import type { Endpoint } from './endpoint.ts'
import { IsoDate } from './primitives.ts'

/** What every page may show before anyone signs in. */
export const Site = z.object({
  organisationName: z.string(),
  cityName: z.string(),
  accountPrefix: z.string(),
  phone: z.string(),
  /** IANA name; moments are shown in the city's time, wherever the reader is. */
  timeZone: z.string(),
  today: IsoDate,
  /** Whether people may enter by Gosuslugi. */
  hasGosuslugi: z.boolean(),
  window: ReadingWindow,
  prices: z.nullable(Prices),
})
export type Site = z.infer<typeof Site>

export const showSite = {
  method: 'GET',
  url: '/site',
  config: { access: 'public' },
  schema: {
    summary: 'The organisation, the reading window and the prices',
    tags: ['public'],
    response: { 200: Site },
  },
} as const satisfies Endpoint
