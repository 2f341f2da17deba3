import * as z from 'zod/mini'
import { BilledService, ChargeLine } from './charges.ts'
import type { Endpoint } from './endpoint.ts'
import { WaterService } from './meters.ts'
import { AccountParams, Address } from './my-accounts.ts'
import { PenaltyGrowth } from './penalties.ts'
import { AccountNumber, IsoDate, Kopecks, Period } from './primitives.ts'
import { Statement } from './statement.ts'

const head = {
  period: Period,
  totalKopecks: Kopecks,
  /** Null where no day is known. */
  dueOn: z.nullable(IsoDate),
}

/** A month that is final. */
export const BillSummary = z.object(head)
export type BillSummary = z.infer<typeof BillSummary>

/** What stands in the ledger now, with all payments: it may differ from what one month was charged. */
export const Owed = z.object({
  /** For water, or an advance when negative. */
  principalKopecks: Kopecks,
  penaltyKopecks: Kopecks,
  toPayKopecks: Kopecks,
  advanceLeftKopecks: Kopecks,
})
export type Owed = z.infer<typeof Owed>

const volume = { service: BilledService, litres: z.int(), amountKopecks: Kopecks }

/** What a service came to in a month. */
export const ServiceTotal = z.object(volume)

export const ServiceBill = z.object({ ...volume, lines: z.array(ChargeLine) })
export type ServiceBill = z.infer<typeof ServiceBill>

/** Why a service costs another sum than the month before; the parts add up to the difference. */
export const ChangePart = z.discriminatedUnion('because', [
  z.object({
    because: z.literal('volume'),
    litresBefore: z.int(),
    litresNow: z.int(),
    amountKopecks: Kopecks,
  }),
  z.object({
    because: z.literal('price'),
    priceBeforeKopecks: Kopecks,
    priceNowKopecks: Kopecks,
    amountKopecks: Kopecks,
  }),
  /** Lines beside the charge: more or less of them than before. */
  z.object({
    because: z.enum(['absence', 'correction', 'inspection', 'unauthorised', 'surplus', 'interruption']),
    amountKopecks: Kopecks,
  }),
])
export type ChangePart = z.infer<typeof ChangePart>

export const BillChange = z.object({
  periodBefore: Period,
  amountKopecks: Kopecks,
  services: z.array(z.object({ service: BilledService, amountKopecks: Kopecks, parts: z.array(ChangePart) })),
})
export type BillChange = z.infer<typeof BillChange>

/** How the page calls a meter that an explanation names by its id. */
export const BilledMeterName = z.object({
  id: z.uuid(),
  service: WaterService,
  serial: z.string(),
  place: z.string(),
})
export type BilledMeterName = z.infer<typeof BilledMeterName>

export const Bill = z.object({
  ...head,
  account: z.object({ number: AccountNumber, ...Address }),
  services: z.array(ServiceBill),
  /** Penalties of the month, by the month of debt they are for. */
  penalties: z.array(PenaltyGrowth),
  statement: Statement,
  /** Null where the month before has no bill. */
  change: z.nullable(BillChange),
  meters: z.array(BilledMeterName),
  owed: Owed,
})
export type Bill = z.infer<typeof Bill>

/**
 * What a guest sees: sums. How they came about tells how many people live there and what each meter showed; that
 * is for those who have a right to the account.
 */
export const GuestBill = z.object({
  ...head,
  services: z.array(ServiceTotal),
  statement: Statement,
  owed: Owed,
})
export type GuestBill = z.infer<typeof GuestBill>

export const listMyBills = {
  method: 'GET',
  url: '/my/accounts/:accountId/bills',
  config: { access: 'person' },
  schema: {
    summary: 'The final months of an account, the newest first',
    tags: ['bills'],
    params: AccountParams,
    response: { 200: z.object({ bills: z.array(BillSummary) }) },
  },
} as const satisfies Endpoint

export const showMyBill = {
  method: 'GET',
  url: '/my/accounts/:accountId/bills/:period',
  config: { access: 'person' },
  schema: {
    summary: 'The bill of a final month: every line with its explanation, and what is owed now',
    tags: ['bills'],
    params: z.strictObject({ ...AccountParams.shape, period: Period }),
    response: { 200: Bill },
  },
} as const satisfies Endpoint

export const showCurrentBill = {
  method: 'GET',
  url: '/cabinet/bill',
  config: { access: 'guest' },
  schema: {
    summary: 'The sums of the newest bill and what is owed now; null before the first bill',
    tags: ['cabinet'],
    response: { 200: z.object({ bill: z.nullable(GuestBill) }) },
  },
} as const satisfies Endpoint
