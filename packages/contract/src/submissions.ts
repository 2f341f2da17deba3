import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { GuestEntry } from './guest-sessions.ts'
import { WaterService } from './meters.ts'
import { AccountNumber, Instant, IsoDate, Kopecks, Litres, Period, text } from './primitives.ts'
import { Doubt, Notice } from './reading-issue.ts'

/** RFC 9110 token, as the sender likes; one key is one intention of one account. */
export const IdempotencyHeaders = z.object({
  'idempotency-key': z.optional(z.string().check(z.regex(/^[\w.:~-]{8,128}$/))),
})

const confirmed = z.optional(z.array(Doubt).check(z.maxLength(2)))

export const NewReading = z.strictObject({
  meterId: z.uuid(),
  valueLitres: Litres,
  /** The meter's revision that the sender saw. If it has moved on, the submission is refused, not lost. */
  seenRevision: z.optional(z.int().check(z.minimum(0), z.maximum(2_147_483_646))),
  /** Doubts the sender was asked about and confirmed. */
  confirmed,
})
export type NewReading = z.infer<typeof NewReading>

export const NewSubmission = z.strictObject({
  readings: z.array(NewReading).check(z.minLength(1), z.maxLength(20)),
})
export type NewSubmission = z.infer<typeof NewSubmission>

export const SubmittedReading = z.object({
  meterId: z.uuid(),
  service: WaterService,
  type: z.string(),
  serial: z.string(),
  place: z.string(),
  wholeDigits: z.int(),
  fractionDigits: z.int(),
  previousLitres: z.nullable(Litres),
  valueLitres: Litres,
  usedLitres: Litres,
  /** The reading of the same month that counted until this one came. */
  replacesLitres: z.nullable(Litres),
  isRollover: z.boolean(),
  /** on_review: kept, and an operator decides whether it counts; not_counted is that decision. */
  state: z.enum(['accepted', 'on_review', 'not_counted']),
  notices: z.array(Notice),
  /** A newer reading of the same month counts in its place. */
  isReplaced: z.boolean(),
  /** The number of the submission that took its place, if one did. */
  replacedBy: z.nullable(z.string()),
})
export type SubmittedReading = z.infer<typeof SubmittedReading>

/** Approximate: the bill also has norms, benefits and corrections. */
export const Estimate = z.object({
  lines: z.array(
    z.object({ service: z.enum(['cold_water', 'wastewater']), litres: Litres, amountKopecks: Kopecks }),
  ),
  totalKopecks: Kopecks,
})
export type Estimate = z.infer<typeof Estimate>

export const Source = z.enum([
  'import',
  'accountless',
  'quick_form',
  'account',
  'staff',
  'inspector',
  'integrator',
])
export type Source = z.infer<typeof Source>

/** YYMM-NNNNNNN-C: month, running number, check digit. */
export const SubmissionNumber = z.string().check(z.regex(/^\d{4}-\d{7,12}-\d$/))

export const Confirmation = z.object({
  number: SubmissionNumber,
  checkCode: z.string(),
  accountNumber: AccountNumber,
  period: Period,
  submittedAt: Instant,
  source: Source,
  /** Until this day the readings can be replaced. */
  closesOn: IsoDate,
  readings: z.array(SubmittedReading),
  estimate: z.nullable(Estimate),
})
export type Confirmation = z.infer<typeof Confirmation>

export const submitReadings = {
  method: 'POST',
  url: '/submissions',
  config: { access: 'guest' },
  schema: {
    summary: 'Send readings of several meters: all are taken or none',
    tags: ['readings'],
    headers: IdempotencyHeaders,
    body: NewSubmission,
    response: { 201: Confirmation },
  },
} as const satisfies Endpoint

export const showSubmission = {
  method: 'GET',
  url: '/submissions/:number',
  config: { access: 'guest' },
  schema: {
    summary: 'A submission with what has become of it',
    tags: ['readings'],
    params: z.object({ number: SubmissionNumber }),
    response: { 200: Confirmation },
  },
} as const satisfies Endpoint

/** A row of the form without sign-in: the person names the meter by what it measures. */
export const QuickReading = z.strictObject({
  service: WaterService,
  /** The last digits of the marking, needed only where several meters measure the same. */
  serialEnding: z.optional(text(20)),
  valueLitres: Litres,
  confirmed,
})
export type QuickReading = z.infer<typeof QuickReading>

export const QuickSubmission = z.strictObject({
  ...GuestEntry.shape,
  readings: z.array(QuickReading).check(z.minLength(1), z.maxLength(20)),
})
export type QuickSubmission = z.infer<typeof QuickSubmission>

export const submitQuickly = {
  method: 'POST',
  url: '/quick-submissions',
  config: { access: 'public' },
  schema: {
    summary: 'Send readings in one form, without a session',
    tags: ['readings'],
    headers: IdempotencyHeaders,
    body: QuickSubmission,
    response: { 201: Confirmation },
  },
} as const satisfies Endpoint

/** What anyone who holds the printed confirmation may see: no address, no name, no account number. */
export const PublicCheck = z.object({
  number: SubmissionNumber,
  period: Period,
  submittedAt: Instant,
  source: Source,
  readings: z.array(
    z.object({
      service: WaterService,
      /** The last three characters of the marking. */
      serialEnding: z.string(),
      wholeDigits: z.int(),
      fractionDigits: z.int(),
      valueLitres: Litres,
      state: z.enum(['accepted', 'on_review', 'not_counted']),
      isReplaced: z.boolean(),
    }),
  ),
})
export type PublicCheck = z.infer<typeof PublicCheck>

export const checkSubmission = {
  method: 'GET',
  url: '/checks/:code',
  config: { access: 'public' },
  schema: {
    summary: 'Check a confirmation by the code of its QR',
    tags: ['readings'],
    params: z.object({ code: z.string().check(z.regex(/^[\w-]{22}$/)) }),
    response: { 200: PublicCheck },
  },
} as const satisfies Endpoint
