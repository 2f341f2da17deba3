import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { Meter } from './meters.ts'
import { AccountNumber, Instant, IsoDate, Kopecks, Litres, Period } from './primitives.ts'

/** The days on which readings of a month are taken, both included. */
export const ReadingWindow = z.object({
  period: Period,
  opensOn: IsoDate,
  closesOn: IsoDate,
  isOpen: z.boolean(),
})
export type ReadingWindow = z.infer<typeof ReadingWindow>

/** Price of one cubic metre for residents, VAT included. */
export const Prices = z.object({ coldWaterKopecks: Kopecks, wastewaterKopecks: Kopecks })
export type Prices = z.infer<typeof Prices>

/** A reading of the current month, newest first; the first accepted one counts. */
export const ReadingVersion = z.object({
  meterId: z.uuid(),
  valueLitres: Litres,
  state: z.enum(['accepted', 'on_review', 'not_counted']),
  recordedAt: Instant,
  submissionNumber: z.nullable(z.string()),
})

export const Cabinet = z.object({
  account: z.object({
    number: AccountNumber,
    /** As the visitor typed them; the registered address is never shown back. */
    house: z.string(),
    flat: z.string(),
  }),
  today: IsoDate,
  window: ReadingWindow,
  prices: z.nullable(Prices),
  meters: z.array(Meter),
  versions: z.array(ReadingVersion),
})
export type Cabinet = z.infer<typeof Cabinet>

export const showCabinet = {
  method: 'GET',
  url: '/cabinet',
  config: { access: 'guest' },
  schema: {
    summary: 'The meters of the account, the reading window and the prices',
    tags: ['cabinet'],
    response: { 200: Cabinet },
  },
} as const satisfies Endpoint
