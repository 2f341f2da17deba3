import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { WaterService } from './meters.ts'
import { Instant, IsoDate, Kopecks, Litres, Period } from './primitives.ts'
import { RecalculationPreview } from './recalculations.ts'
import { correction } from './request-kinds/correction.ts'
import { paragraphs } from './request-kinds/field.ts'
import { WishKey } from './requests.ts'
import { StaffRequest } from './staff-requests.ts'
import { Source } from './submissions.ts'

/** A meter with what is known of its months: any of them may have been read wrongly. */
export const CorrectableMeter = z.object({
  id: z.uuid(),
  service: WaterService,
  type: z.string(),
  serial: z.string(),
  place: z.string(),
  wholeDigits: z.int(),
  fractionDigits: z.int(),
  readings: z.array(
    z.object({
      period: Period,
      valueLitres: Litres,
      takenOn: IsoDate,
      source: Source,
      /** Its month is charged and final: the difference comes with the next bill. */
      isFinal: z.boolean(),
    }),
  ),
})
export type CorrectableMeter = z.infer<typeof CorrectableMeter>

export const CorrectionFault = z.enum([
  'no_reading',
  'same_value',
  'too_many_digits',
  'too_many_fraction_digits',
  'below_previous',
  'above_later',
  'impossible_volume',
])
export type CorrectionFault = z.infer<typeof CorrectionFault>

export const CorrectedReading = z.object({
  meterId: z.uuid(),
  period: Period,
  wasLitres: Litres,
  willBeLitres: Litres,
})
export type CorrectedReading = z.infer<typeof CorrectedReading>

/**
 * What becomes of the readings, and what the bill says to it: month by month, by the code that will charge it.
 * `charges` is null where no month of them is final: nothing has been charged by them.
 */
export const CorrectionPreview = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    readings: z.array(CorrectedReading),
    charges: z.nullable(RecalculationPreview),
  }),
  z.object({
    ok: z.literal(false),
    faults: z.array(z.object({ meterId: z.uuid(), period: Period, fault: CorrectionFault })),
  }),
])
export type CorrectionPreview = z.infer<typeof CorrectionPreview>

const Wanted = z.strictObject({ readings: correction.fields.readings.schema })
const tags = ['requests'] as const
const params = z.object({ accountId: z.uuid() })
const Correctable = z.object({ meters: z.array(CorrectableMeter) })

export const listMyCorrectable = {
  method: 'GET',
  url: '/my/accounts/:accountId/correctable-readings',
  config: { access: 'person' },
  schema: {
    summary: 'Readings of an account that can be asked to be corrected, the newest first',
    tags,
    params,
    response: { 200: Correctable },
  },
} as const satisfies Endpoint

export const previewMyCorrection = {
  method: 'POST',
  url: '/my/accounts/:accountId/correction-preview',
  config: { access: 'person' },
  schema: {
    summary: 'What a correction of readings would change, month by month; nothing is recorded',
    tags,
    params,
    body: Wanted,
    response: { 200: CorrectionPreview },
  },
} as const satisfies Endpoint

export const listCorrectable = {
  method: 'GET',
  url: '/cabinet/correctable-readings',
  config: { access: 'guest' },
  schema: {
    summary: 'Readings of the account of the entry that can be asked to be corrected',
    tags,
    response: { 200: Correctable },
  },
} as const satisfies Endpoint

export const previewCorrection = {
  method: 'POST',
  url: '/cabinet/correction-preview',
  config: { access: 'guest' },
  schema: {
    summary: 'What a correction would change for the account of the entry; nothing is recorded',
    tags,
    body: Wanted,
    response: { 200: CorrectionPreview },
  },
} as const satisfies Endpoint

/** What whoever asked was shown when they asked. */
export const SeenCorrection = z.object({
  /** Null: it could not be worked out then. */
  amountKopecks: z.nullable(Kopecks),
  takenIn: z.nullable(Period),
  readings: z.optional(z.array(CorrectedReading)),
})
export type SeenCorrection = z.infer<typeof SeenCorrection>

export const CorrectionCase = z.object({
  /** What it would change now; once it is approved, what it was approved with. */
  preview: CorrectionPreview,
  seen: z.nullable(SeenCorrection),
  /** Approved already: when, and by whom. */
  approved: z.nullable(z.object({ at: Instant, by: z.nullable(z.string()) })),
})
export type CorrectionCase = z.infer<typeof CorrectionCase>

const id = z.object({ id: z.uuid() })
const desk = { access: 'staff', roles: ['operator', 'clerk', 'administrator'] } as const

export const listCallersCorrectable = {
  method: 'GET',
  url: '/staff/accounts/:id/correctable-readings',
  config: desk,
  schema: {
    summary: 'Readings of an account that somebody who calls can ask to be corrected',
    tags: ['staff'],
    params: id,
    response: { 200: Correctable },
  },
} as const satisfies Endpoint

export const previewCallersCorrection = {
  method: 'POST',
  url: '/staff/accounts/:id/correction-preview',
  config: desk,
  schema: {
    summary: 'What a correction would change, to be told to somebody who calls; nothing is recorded',
    tags: ['staff'],
    params: id,
    body: Wanted,
    response: { 200: CorrectionPreview },
  },
} as const satisfies Endpoint

const config = { access: 'staff', roles: ['clerk', 'administrator'] } as const

export const showCorrection = {
  method: 'GET',
  url: '/staff/requests/:id/correction',
  config,
  schema: {
    summary: 'What a correction that was asked for would change now, and what was shown to whoever asked',
    tags: ['staff'],
    params: id,
    response: { 200: CorrectionCase },
  },
} as const satisfies Endpoint

export const approveCorrection = {
  method: 'POST',
  url: '/staff/requests/:id/correction/approve',
  config,
  schema: {
    summary:
      'Record the right readings, have closed months charged anew, and close the request with an answer',
    tags: ['staff'],
    params: id,
    headers: WishKey,
    body: z.strictObject({
      /** As the clerk saw it: other numbers are shown before they are approved. */
      amountKopecks: Kopecks,
      text: paragraphs(4000),
    }),
    response: { 200: StaffRequest },
  },
} as const satisfies Endpoint
