import * as z from 'zod/mini'
import { BilledService, ChargeRefusal } from './charges.ts'
import type { Endpoint } from './endpoint.ts'
import { Instant, IsoDate, Kopecks, Litres, Period, text } from './primitives.ts'

/** What is to be charged anew, and by what. */
export const RecalculationFacts = z.discriminatedUnion('kind', [
  /** Closed months by what is known now: readings, people, absence, interruptions, papers of meters. */
  z
    .strictObject({ kind: z.literal('months'), from: Period, to: Period })
    .check(z.refine(({ from, to }) => from <= to, { path: ['to'] })),
  /** Another reading than was billed (Rules 354, п. 61). */
  z.strictObject({
    kind: z.literal('inspection'),
    meterId: z.uuid(),
    foundOn: IsoDate,
    foundLitres: Litres,
  }),
  /** Water taken past the meter (Rules 354, п. 62, 81(11)): the months before it was found. */
  z.strictObject({
    kind: z.literal('unauthorised'),
    foundOn: IsoDate,
    months: z.int().check(z.minimum(1), z.maximum(36)),
    actNumber: text(60),
  }),
])
export type RecalculationFacts = z.infer<typeof RecalculationFacts>
export type RecalculationKind = RecalculationFacts['kind']

/** Waiting for the next draft; taken into one; final with it; or withdrawn before that. */
export const RecalculationState = z.enum(['waiting', 'taken', 'final', 'withdrawn'])
export type RecalculationState = z.infer<typeof RecalculationState>

export const Recalculation = z.object({
  id: z.uuid(),
  facts: RecalculationFacts,
  reason: z.string(),
  state: RecalculationState,
  /** The name of the member of staff. */
  recordedBy: z.nullable(z.string()),
  recordedAt: Instant,
  /** The month that charges it, and how much. */
  takenIn: z.nullable(Period),
  amountKopecks: z.nullable(Kopecks),
  /** Why the last draft could not charge it. */
  refusal: z.nullable(ChargeRefusal),
  withdrawal: z.nullable(z.object({ reason: z.string(), by: z.nullable(z.string()), at: Instant })),
})
export type Recalculation = z.infer<typeof Recalculation>

/** A service of a month: what it was charged so far, and what it will be. */
export const RecalculatedService = z.object({
  period: Period,
  service: BilledService,
  wereLitres: z.int(),
  willBeLitres: z.int(),
  wereKopecks: Kopecks,
  willBeKopecks: Kopecks,
  /** Of a cubic metre in that month, VAT included for residents; two where it changed within the month. */
  pricesKopecks: z.array(Kopecks),
})
export type RecalculatedService = z.infer<typeof RecalculatedService>

/** `takenIn`: the month that would charge it. */
export const RecalculationPreview = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    takenIn: Period,
    services: z.array(RecalculatedService),
    amountKopecks: Kopecks,
  }),
  ChargeRefusal,
])
export type RecalculationPreview = z.infer<typeof RecalculationPreview>

const params = z.object({ id: z.uuid() })
const config = { access: 'staff', roles: ['clerk', 'administrator'] } as const

export const listRecalculations = {
  method: 'GET',
  url: '/staff/accounts/:id/recalculations',
  config: { access: 'staff', roles: ['operator', 'clerk', 'inspector', 'administrator'] },
  schema: {
    summary: 'Recalculations of an account, the newest first, and the closed months that there may be one of',
    tags: ['staff'],
    params,
    response: {
      200: z.object({
        recalculations: z.array(Recalculation),
        /** Null: no month of the account is final. */
        closed: z.nullable(z.object({ from: Period, to: Period })),
        /** Final months whose facts have changed since, without a recalculation of them. */
        owed: z.nullable(z.object({ from: Period, to: Period })),
      }),
    },
  },
} as const satisfies Endpoint

/** POST: what is asked about is no part of an address. */
export const previewRecalculation = {
  method: 'POST',
  url: '/staff/accounts/:id/recalculations/preview',
  config,
  schema: {
    summary: 'What a recalculation would charge, by the code that will charge it; nothing is recorded',
    tags: ['staff'],
    params,
    body: z.strictObject({ facts: RecalculationFacts }),
    response: { 200: RecalculationPreview },
  },
} as const satisfies Endpoint

export const addRecalculation = {
  method: 'POST',
  url: '/staff/accounts/:id/recalculations',
  config,
  schema: {
    summary: 'Record a recalculation, for the next draft to take; its reason stands in the bill',
    tags: ['staff'],
    params,
    body: z.strictObject({ facts: RecalculationFacts, reason: text(500) }),
    response: { 201: z.object({ id: z.uuid() }) },
  },
} as const satisfies Endpoint

export const withdrawRecalculation = {
  method: 'POST',
  url: '/staff/accounts/:id/recalculations/:recalculationId/withdraw',
  config,
  schema: {
    summary: 'Withdraw a recalculation that no final month has charged; a draft that has it becomes stale',
    tags: ['staff'],
    params: z.object({ ...params.shape, recalculationId: z.uuid() }),
    body: z.strictObject({ reason: text(300) }),
    response: { 204: z.null() },
  },
} as const satisfies Endpoint
