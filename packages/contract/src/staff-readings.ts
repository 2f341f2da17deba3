import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { Months, SubmissionChannel } from './meter-works.ts'
import { WaterService } from './meters.ts'
import { AccountNumber, Instant, IsoDate, Litres, Period, text } from './primitives.ts'
import { Confirmation, IdempotencyHeaders, NewSubmission, Source, SubmissionNumber } from './submissions.ts'

/** Readings as a caller named them; they belong to the month in whose days they came. */
export const submitForCaller = {
  method: 'POST',
  url: '/staff/accounts/:id/submissions',
  config: { access: 'staff', roles: ['operator', 'administrator'] },
  schema: {
    summary: 'Readings that somebody told, brought or sent to the office: all are taken or none',
    tags: ['readings'],
    params: z.object({ id: z.uuid() }),
    headers: IdempotencyHeaders,
    body: z.strictObject({
      channel: SubmissionChannel,
      receivedOn: IsoDate,
      ...NewSubmission.shape,
    }),
    response: { 201: Confirmation },
  },
} as const satisfies Endpoint

/** A reading that waits until somebody decides whether it counts. */
export const WaitingReading = z.object({
  meterId: z.uuid(),
  revision: z.int(),
  account: z.object({
    id: z.uuid(),
    number: AccountNumber,
    street: z.string(),
    house: z.string(),
    flat: z.string(),
  }),
  service: WaterService,
  type: z.string(),
  serial: z.string(),
  period: Period,
  valueLitres: Litres,
  source: Source,
  reason: z.enum(['jump', 'rollover', 'over_confirmed']),
  recordedAt: Instant,
  takenOn: IsoDate,
  submissionNumber: z.nullable(SubmissionNumber),
  /** What counts in its month so far, and in the one before. */
  countsLitres: z.nullable(Litres),
  previousLitres: z.nullable(Litres),
})
export type WaitingReading = z.infer<typeof WaitingReading>

const roles = ['operator', 'clerk', 'administrator'] as const

export const listWaitingReadings = {
  method: 'GET',
  url: '/staff/reading-reviews',
  config: { access: 'staff', roles },
  schema: {
    summary: 'Readings on review, those that have waited longest first',
    tags: ['readings'],
    response: { 200: z.object({ readings: z.array(WaitingReading), hasMore: z.boolean() }) },
  },
} as const satisfies Endpoint

export const decideReading = {
  method: 'POST',
  url: '/staff/reading-reviews/:meterId/:revision',
  config: { access: 'staff', roles },
  schema: {
    summary: 'Decide whether a reading counts; once',
    tags: ['readings'],
    params: z.object({
      meterId: z.uuid(),
      revision: z.string().check(z.regex(/^[1-9]\d{0,8}$/)),
    }),
    body: z.strictObject({ counts: z.boolean(), reason: text(300) }),
    /** Final months that would be charged otherwise. */
    response: { 200: z.object({ recalculation: z.nullable(Months) }) },
  },
} as const satisfies Endpoint
