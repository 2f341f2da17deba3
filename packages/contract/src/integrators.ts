import * as z from 'zod/mini'
import { ReadingWindow } from './cabinet.ts'
import type { Endpoint, IntegratorScope } from './endpoint.ts'
import { Meter } from './meters.ts'
import { AccountNumber, Litres } from './primitives.ts'
import { Doubt, ReadingIssue } from './reading-issue.ts'
import { SubmissionNumber } from './submissions.ts'

export const INTEGRATOR_SCOPES = [
  'accounts:read',
  'meters:read',
  'readings:write',
] as const satisfies readonly IntegratorScope[]

const tags = ['integrators'] as const

/** What a program needs to find its way: never the holder's name, nor anything by which somebody is reached. */
export const GrantedAccount = z.object({
  number: AccountNumber,
  kind: z.enum(['resident', 'legal']),
  street: z.string(),
  house: z.string(),
  flat: z.string(),
  hasSewer: z.boolean(),
  /** Meters in service today. */
  meters: z.int(),
})
export type GrantedAccount = z.infer<typeof GrantedAccount>

/** Opaque: where the next page begins. */
const Cursor = z.string().check(z.regex(/^[\w-]{1,40}$/))

export const AccountsQuery = z.strictObject({
  number: z.optional(AccountNumber),
  cursor: z.optional(Cursor),
  /** From 1 to 500; a hundred when nothing is said. */
  limit: z.optional(z.string().check(z.regex(/^([1-9]\d?|[1-4]\d\d|500)$/))),
})
export type AccountsQuery = z.infer<typeof AccountsQuery>

export const listGrantedAccounts = {
  method: 'GET',
  url: '/integrator/accounts',
  config: { access: 'integrator', scope: 'accounts:read' },
  schema: {
    summary: 'The accounts that were granted, by number',
    tags,
    querystring: AccountsQuery,
    response: { 200: z.object({ accounts: z.array(GrantedAccount), nextCursor: z.nullable(Cursor) }) },
  },
} as const satisfies Endpoint

const { id, service, type, serial, place, wholeDigits, fractionDigits } = Meter.shape
const { installedOn, verificationDueOn, isInService, current, previous, averageLitres } = Meter.shape

export const GrantedMeter = z.object({
  id,
  service,
  type,
  serial,
  place,
  wholeDigits,
  fractionDigits,
  installedOn,
  verificationDueOn,
  isInService,
  previous,
  current,
  averageLitres,
})
export type GrantedMeter = z.infer<typeof GrantedMeter>

export const listGrantedMeters = {
  method: 'GET',
  url: '/integrator/accounts/:number/meters',
  config: { access: 'integrator', scope: 'meters:read' },
  schema: {
    summary: 'The meters of a granted account, and the days on which readings are taken',
    tags,
    params: z.object({ number: AccountNumber }),
    response: { 200: z.object({ window: ReadingWindow, meters: z.array(GrantedMeter) }) },
  },
} as const satisfies Endpoint

export const MOST_ROWS = 100

export const ReadingRow = z.strictObject({
  accountNumber: AccountNumber,
  meterId: z.uuid(),
  valueLitres: Litres,
  /** Doubts of the answer before, confirmed. */
  confirmed: z.optional(z.array(Doubt).check(z.maxLength(2))),
})
export type ReadingRow = z.infer<typeof ReadingRow>

export const ReadingBatch = z.strictObject({
  readings: z.array(ReadingRow).check(z.minLength(1), z.maxLength(MOST_ROWS)),
})
export type ReadingBatch = z.infer<typeof ReadingBatch>

/** What has become of a row. It stands alone: another row that is refused takes nothing from it. */
export const RowOutcome = z.discriminatedUnion('outcome', [
  z.object({
    index: z.int(),
    outcome: z.literal('accepted'),
    /** Null in a dry run. */
    submissionNumber: z.nullable(SubmissionNumber),
  }),
  z.object({
    index: z.int(),
    outcome: z.literal('refused'),
    /** As a refusal of a whole request has it. */
    code: z.string(),
    /** With `readings_refused`: why. */
    issue: z.nullable(ReadingIssue),
  }),
])
export type RowOutcome = z.infer<typeof RowOutcome>

export const BatchAnswer = z.object({
  isDryRun: z.boolean(),
  accepted: z.int(),
  refused: z.int(),
  rows: z.array(RowOutcome),
})
export type BatchAnswer = z.infer<typeof BatchAnswer>

export const sendReadings = {
  method: 'POST',
  url: '/integrator/readings',
  config: { access: 'integrator', scope: 'readings:write' },
  schema: {
    summary: 'Up to a hundred readings, each judged by itself; once, however often the key comes',
    tags,
    querystring: z.strictObject({ dryRun: z.optional(z.enum(['true', 'false'])) }),
    /** draft-ietf-httpapi-idempotency-key-header: a structured string. Without its quotes it is taken as well. */
    headers: z.object({
      'idempotency-key': z.string().check(z.regex(/^("[\w.:~-]{8,128}"|[\w.:~-]{8,128})$/)),
    }),
    body: ReadingBatch,
    response: { 200: BatchAnswer },
  },
} as const satisfies Endpoint
