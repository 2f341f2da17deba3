import * as z from 'zod/mini'
import { BankProfileName } from './bank-profile.ts'
import type { Endpoint } from './endpoint.ts'
import { Instant, IsoDate, Kopecks, text } from './primitives.ts'

/** Why a statement is not taken; `fields` of the problem names the line: «line.12». */
export const StatementFaultCode = z.enum([
  'not_text',
  'no_header',
  'bad_version',
  'bad_line',
  'nested_section',
  'unclosed_section',
  'no_end',
  'after_end',
  'no_field',
  'bad_date',
  'bad_sum',
  'other_account',
  'total_differs',
])
export type StatementFaultCode = z.infer<typeof StatementFaultCode>

export const BankStatement = z.object({
  id: z.uuid(),
  fileName: z.string(),
  firstDay: IsoDate,
  lastDay: IsoDate,
  incomingKopecks: Kopecks,
  incomingCount: z.int(),
  newCount: z.int(),
  receivedAt: Instant,
})
export type BankStatement = z.infer<typeof BankStatement>

/** matched: the bank transferred what the file says. no_order: the file names no payment order. */
export const OrderState = z.enum(['matched', 'differing', 'missing', 'no_order'])
export type OrderState = z.infer<typeof OrderState>

/** A file of payments beside the money that came for it. */
export const FileOrder = z.object({
  fileId: z.uuid(),
  fileName: z.string(),
  profile: BankProfileName,
  orderNumber: z.nullable(z.string()),
  orderedOn: z.nullable(IsoDate),
  transferredKopecks: Kopecks,
  state: OrderState,
  /** What came by a document of that number and day. */
  receivedKopecks: z.nullable(Kopecks),
})
export type FileOrder = z.infer<typeof FileOrder>

/** Money that came by a document which no file names. */
export const OtherDocument = z.object({
  number: z.string(),
  documentedOn: IsoDate,
  amountKopecks: Kopecks,
  payerName: z.string(),
  purpose: z.string(),
})
export type OtherDocument = z.infer<typeof OtherDocument>

const config = { access: 'staff', roles: ['clerk', 'administrator'] } as const
const tags = ['staff']

/** Statements of a day are small; this one would hold some ten thousand documents. */
export const MAX_STATEMENT_BYTES = 6 * 1024 * 1024
const MAX_STATEMENT_CHARACTERS = (MAX_STATEMENT_BYTES / 3) * 4

export const listStatements = {
  method: 'GET',
  url: '/staff/registries/statements',
  config,
  schema: {
    summary:
      'Statements of our account, newest first, and the files of banks beside the money that came for them',
    tags,
    response: {
      200: z.object({
        statements: z.array(BankStatement),
        orders: z.array(FileOrder),
        others: z.array(OtherDocument),
      }),
    },
  },
} as const satisfies Endpoint

export const sendStatement = {
  method: 'POST',
  url: '/staff/registries/statements',
  config,
  schema: {
    summary:
      'Take in a statement of our account, 1CClientBankExchange in base64; it posts nothing to accounts',
    tags,
    body: z.strictObject({
      fileName: text(200),
      content: z
        .string()
        .check(z.minLength(4), z.maxLength(MAX_STATEMENT_CHARACTERS), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
    }),
    response: { 201: BankStatement },
  },
} as const satisfies Endpoint
