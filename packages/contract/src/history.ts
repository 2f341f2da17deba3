import * as z from 'zod/mini'
import { BilledMeterName, ServiceTotal } from './bills.ts'
import { BilledService } from './charges.ts'
import type { Endpoint } from './endpoint.ts'
import { FILE_TYPES } from './file-types.ts'
import { AccountParams } from './my-accounts.ts'
import { AccountNumber, IsoDate, Kopecks, Litres, Period } from './primitives.ts'
import { Language } from './registration.ts'
import { Source } from './submissions.ts'

/**
 * What a month did to an account. The balance of the month before plus charged, penalty and other, minus paid, is
 * the balance after it: principal and penalty together.
 */
export const HistoryMonth = z.object({
  period: Period,
  /** Of the bill; empty where the month has none, as while it runs. */
  services: z.array(ServiceTotal),
  /** The bill and what was recalculated in that month. */
  chargedKopecks: Kopecks,
  /** What of `chargedKopecks` belongs to months before. */
  recalculatedKopecks: Kopecks,
  penaltyKopecks: Kopecks,
  /** Came in by the day of the business, less what was given back. */
  paidKopecks: Kopecks,
  /** Balances taken over and transfers between accounts. */
  otherKopecks: Kopecks,
  /** For water after the month, or an advance when negative. */
  principalKopecks: Kopecks,
  penaltyOwedKopecks: Kopecks,
})
export type HistoryMonth = z.infer<typeof HistoryMonth>

export const OperationKind = z.enum([
  'opening',
  'charge',
  'recalculation',
  'penalty',
  'payment',
  'refund',
  'transfer',
  'storno',
])
export type OperationKind = z.infer<typeof OperationKind>

/** What an amount is for. */
export const OperationPart = z.object({
  isPenalty: z.boolean(),
  service: BilledService,
  /** Null: an advance, of no month yet. */
  period: z.nullable(Period),
  amountKopecks: Kopecks,
})
export type OperationPart = z.infer<typeof OperationPart>

/** Something that happened to the money of an account. */
export const Operation = z.object({
  /** Of the ledger, to quote to support. */
  number: z.string(),
  occurredOn: IsoDate,
  kind: OperationKind,
  /** Positive: the account owes more. */
  amountKopecks: Kopecks,
  parts: z.array(OperationPart),
  /** What a storno undoes. */
  reverses: z.nullable(z.object({ kind: OperationKind, occurredOn: IsoDate })),
  /** The day on which a storno has undone it. */
  reversedOn: z.nullable(IsoDate),
})
export type Operation = z.infer<typeof Operation>

/** The reading of a meter that counts for a month, or the newest that waits for an operator. */
export const HistoryReading = z.object({
  meterId: z.uuid(),
  period: Period,
  takenOn: IsoDate,
  valueLitres: Litres,
  usedLitres: z.int(),
  state: z.enum(['accepted', 'on_review']),
  source: Source,
})
export type HistoryReading = z.infer<typeof HistoryReading>

/** The years there is something of, the newest first; nothing before the last ten. */
const years = z.array(z.int())

export const OperationsOfYear = z.object({ years, operations: z.array(Operation) })
export type OperationsOfYear = z.infer<typeof OperationsOfYear>

export const ReadingsOfYear = z.object({
  years,
  meters: z.array(BilledMeterName),
  readings: z.array(HistoryReading),
})
export type ReadingsOfYear = z.infer<typeof ReadingsOfYear>

/** Without it the newest year there is something of. */
const OfYear = z.object({ year: z.optional(z.string().check(z.regex(/^20\d\d$/))) })

export const listMyMonths = {
  method: 'GET',
  url: '/my/accounts/:accountId/months',
  config: { access: 'person' },
  schema: {
    summary: 'What each month charged, what was paid in it and what was owed after it, the newest first',
    tags: ['history'],
    params: AccountParams,
    response: { 200: z.object({ number: AccountNumber, months: z.array(HistoryMonth) }) },
  },
} as const satisfies Endpoint

export const listMyOperations = {
  method: 'GET',
  url: '/my/accounts/:accountId/operations',
  config: { access: 'person' },
  schema: {
    summary: 'What the ledger says of an account in a year, the newest first',
    tags: ['history'],
    params: AccountParams,
    querystring: OfYear,
    response: { 200: OperationsOfYear },
  },
} as const satisfies Endpoint

export const listMyReadings = {
  method: 'GET',
  url: '/my/accounts/:accountId/readings',
  config: { access: 'person' },
  schema: {
    summary: 'The readings of an account in a year by meter and month, the newest first',
    tags: ['history'],
    params: AccountParams,
    querystring: OfYear,
    response: { 200: ReadingsOfYear },
  },
} as const satisfies Endpoint

export const HistoryTable = z.enum(['months', 'operations', 'readings'])
export type HistoryTable = z.infer<typeof HistoryTable>

/** Of the headings; Russian without it. */
const language = z.optional(Language)

export const downloadHistoryCsv = {
  method: 'GET',
  url: '/my/accounts/:accountId/history.csv',
  config: { access: 'person' },
  schema: {
    summary: 'One table of the history: semicolons, decimal comma, UTF-8 with a byte order mark',
    tags: ['history'],
    params: AccountParams,
    querystring: z.object({ table: HistoryTable, language }),
    produces: ['text/csv'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint

/** HEAD answers whether the file would be given. */
export const downloadHistoryXlsx = {
  method: 'GET',
  url: '/my/accounts/:accountId/history.xlsx',
  config: { access: 'person' },
  schema: {
    summary: 'The whole history as a workbook: months, operations and readings',
    tags: ['history'],
    params: AccountParams,
    querystring: z.object({ language }),
    produces: [FILE_TYPES.xlsx],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint
