import * as z from 'zod/mini'
import { BilledService } from './charges.ts'
import type { Endpoint } from './endpoint.ts'
import { AccountNumber, Instant, Kopecks, Period } from './primitives.ts'

export const MonthState = z.enum(['drafting', 'draft', 'final'])
export type MonthState = z.infer<typeof MonthState>

/** A month of the whole city, and how far it is. */
export const BillingMonth = z.object({
  period: Period,
  state: MonthState,
  slices: z.int(),
  doneSlices: z.int(),
  accounts: z.int(),
  refusedAccounts: z.int(),
  kopecks: Kopecks,
  draftedByMe: z.boolean(),
  startedAt: Instant,
  draftedAt: z.nullable(Instant),
  finalisedAt: z.nullable(Instant),
  /** Somebody has asked for it to be made final, and the worker is at it. */
  isBeingFinalised: z.boolean(),
  /** Why the last try to make it final was refused: a problem code. */
  failure: z.nullable(z.string()),
})
export type BillingMonth = z.infer<typeof BillingMonth>

const Strange = z.object({ number: AccountNumber, kopecks: Kopecks, beforeKopecks: z.nullable(Kopecks) })
export type Strange = z.infer<typeof Strange>

const Refused = z.object({ code: z.string(), accounts: z.int(), example: AccountNumber })

/** What is looked at before a month becomes final. */
export const DraftReport = z.object({
  totals: z.array(
    z.object({
      service: BilledService,
      method: z.string(),
      accounts: z.int(),
      litres: z.int(),
      kopecks: Kopecks,
    }),
  ),
  /** Accounts without a charge, by reason; one of them as an example. */
  refused: z.array(Refused),
  /** Of earlier months: accounts and sum, and which go on waiting because they could not be charged. */
  recalculations: z.object({ accounts: z.int(), kopecks: Kopecks, refused: z.array(Refused) }),
  /** What was not paid in time: `unknown` debts have no rate, or no limit of it, for a day. */
  penalties: z.object({ accounts: z.int(), kopecks: Kopecks, unknown: z.int() }),
  largest: z.array(Strange),
  /** More than threefold the month before, or less than a third of it. */
  changed: z.array(Strange),
})
export type DraftReport = z.infer<typeof DraftReport>

const config = { access: 'staff', roles: ['clerk', 'administrator'] } as const
const params = z.object({ period: Period })

export const listBillingMonths = {
  method: 'GET',
  url: '/staff/billing',
  config,
  schema: {
    summary: 'Months that are drafted or final, newest first, and which one comes next',
    tags: ['staff'],
    response: { 200: z.object({ months: z.array(BillingMonth), next: Period }) },
  },
} as const satisfies Endpoint

export const showBillingMonth = {
  method: 'GET',
  url: '/staff/billing/:period',
  config,
  schema: {
    summary: 'What a draft charges: totals, who is not charged and why, what is large or strange',
    tags: ['staff'],
    params,
    response: { 200: DraftReport },
  },
} as const satisfies Endpoint

export const downloadRefusedAccounts = {
  method: 'GET',
  url: '/staff/billing/:period/refused.csv',
  config,
  schema: {
    summary: 'Every account that a month does not charge, what about it and from which day',
    tags: ['staff'],
    params,
    produces: ['text/csv; charset=utf-8'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint

export const draftBillingMonth = {
  method: 'POST',
  url: '/staff/billing/:period/draft',
  config,
  schema: {
    summary: 'Have the worker charge the whole city for a month, as a draft',
    tags: ['staff'],
    params,
    body: z.strictObject({ isAnew: z.boolean() }),
    response: { 202: z.object({ period: Period }) },
  },
} as const satisfies Endpoint

export const finaliseBillingMonth = {
  method: 'POST',
  url: '/staff/billing/:period/final',
  config,
  schema: {
    summary: 'Have the worker make a draft final and post it; by somebody else than who drafted it',
    tags: ['staff'],
    params,
    response: { 202: z.object({ period: Period }) },
  },
} as const satisfies Endpoint
