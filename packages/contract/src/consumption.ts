import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { WaterService } from './meters.ts'
import { AccountParams } from './my-accounts.ts'
import { AccountNumber, IsoDate, Kopecks, Litres, Period } from './primitives.ts'
import { Language } from './registration.ts'
import { Estimate } from './submissions.ts'

export const LeakHint = z.object({
  period: Period,
  usedLitres: Litres,
  /** What this meter usually counts in as many days. */
  usualLitres: Litres,
})

export const UnderstoodMeter = z.object({
  id: z.uuid(),
  service: WaterService,
  serial: z.string(),
  place: z.string(),
  wholeDigits: z.int(),
  fractionDigits: z.int(),
  lastVerifiedOn: z.nullable(IsoDate),
  verificationDueOn: z.nullable(IsoDate),
  /** Negative: it is over. Null: the day is not recorded. */
  verificationDaysLeft: z.nullable(z.int()),
  /** The last month was far above what is usual for this meter. */
  hint: z.nullable(LeakHint),
})
export type UnderstoodMeter = z.infer<typeof UnderstoodMeter>

/** What somebody wants to know of their water besides the bill. */
export const Consumption = z.object({
  number: AccountNumber,
  /** The month that runs. */
  period: Period,
  /** What it is likely to cost. */
  forecast: z.discriminatedUnion('ok', [
    z.object({
      ok: z.literal(true),
      /** By readings that were sent, by what is usual, or some of each. */
      basis: z.enum(['sent', 'usual', 'mixed']),
      estimate: Estimate,
    }),
    z.object({
      ok: z.literal(false),
      /** Too little is known; or the month is not charged by meters: there are none, or one does not count now. */
      why: z.enum(['few_readings', 'not_by_meter']),
    }),
  ]),
  /** The middle of the flats of the house in the last month; null of fewer than ten, so that nobody is recognised. */
  house: z.nullable(z.object({ period: Period, flats: z.int(), medianLitres: Litres, ownLitres: Litres })),
  /** How much dearer a month becomes three months after the verification is over; null: not dearer, or not known. */
  delayKopecks: z.nullable(Kopecks),
  /** Those in place, the one whose verification is over first in front. */
  meters: z.array(UnderstoodMeter),
})
export type Consumption = z.infer<typeof Consumption>

const tags = ['history'] as const

export const showConsumption = {
  method: 'GET',
  url: '/my/accounts/:accountId/consumption',
  config: { access: 'person' },
  schema: {
    summary: 'What the month is likely to cost, how that compares, and when meters have to be verified',
    tags,
    params: AccountParams,
    response: { 200: Consumption },
  },
} as const satisfies Endpoint

export const downloadVerification = {
  method: 'GET',
  url: '/my/accounts/:accountId/consumption/meters/:meterId/verification.ics',
  config: { access: 'person' },
  schema: {
    summary: 'The day by which a meter has to be verified, for a calendar',
    tags,
    params: z.object({ ...AccountParams.shape, meterId: z.uuid() }),
    querystring: z.object({ language: Language }),
    produces: ['text/calendar'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint
