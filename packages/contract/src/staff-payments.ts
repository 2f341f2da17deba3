import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { PayChannel, PayMethod, PaymentNumber, PaymentState } from './payments.ts'
import { AccountNumber, Instant, IsoDate, Kopecks, text } from './primitives.ts'
import { IdempotencyHeaders } from './submissions.ts'

const clerks = { access: 'staff', roles: ['clerk', 'administrator'] } as const
const desk = { access: 'staff', roles: ['operator', 'clerk', 'administrator'] } as const

/** A refund goes back the way the money came; a transfer goes to another account. */
export const PaymentCorrection = z.object({
  id: z.uuid(),
  kind: z.enum(['refund', 'transfer']),
  state: z.enum(['asked', 'done', 'refused']),
  amountKopecks: Kopecks,
  toAccountId: z.nullable(z.uuid()),
  toAccountNumber: z.nullable(AccountNumber),
  reason: z.string(),
  askedBy: z.nullable(z.string()),
  askedAt: Instant,
  /** Why the acquirer would not. */
  refusal: z.nullable(z.string()),
})
export type PaymentCorrection = z.infer<typeof PaymentCorrection>

/** Of the ledger: money that was credited to the account. */
export const CreditedPayment = z.object({
  transaction: z.string(),
  paidOn: IsoDate,
  channel: PayChannel,
  amountKopecks: Kopecks,
  /** What may still be given back or moved. */
  leftKopecks: Kopecks,
  /** Of a payment on the site. */
  number: z.nullable(PaymentNumber),
  corrections: z.array(PaymentCorrection),
})
export type CreditedPayment = z.infer<typeof CreditedPayment>

const AccountParams = z.object({ id: z.uuid() })
const PaymentParams = z.object({ id: z.uuid(), transaction: z.string().check(z.regex(/^\d{1,18}$/)) })
const Sum = z.int().check(z.minimum(1), z.maximum(1_000_000_000))
const Reason = text(300)

export const listCreditedPayments = {
  method: 'GET',
  url: '/staff/accounts/:id/payments',
  config: desk,
  schema: {
    summary: 'Money that was credited to an account, the newest first, and what became of it',
    tags: ['staff'],
    params: AccountParams,
    response: { 200: z.object({ payments: z.array(CreditedPayment) }) },
  },
} as const satisfies Endpoint

export const refundPayment = {
  method: 'POST',
  url: '/staff/accounts/:id/payments/:transaction/refund',
  config: clerks,
  schema: {
    summary: 'Give money of a payment on the site back to its payer, through the acquirer',
    tags: ['staff'],
    params: PaymentParams,
    headers: IdempotencyHeaders,
    body: z.strictObject({
      amountKopecks: Sum,
      reason: Reason,
      /** The bank has given it back already, in pages of its own: it is asked, and the ledger follows at once. */
      isDoneAtBank: z.optional(z.boolean()),
    }),
    response: { 202: z.object({ id: z.uuid() }) },
  },
} as const satisfies Endpoint

export const transferPayment = {
  method: 'POST',
  url: '/staff/accounts/:id/payments/:transaction/transfer',
  config: clerks,
  schema: {
    summary: 'Move money of a payment to the account that it was meant for',
    tags: ['staff'],
    params: PaymentParams,
    headers: IdempotencyHeaders,
    body: z.strictObject({ amountKopecks: Sum, toAccountNumber: AccountNumber, reason: Reason }),
    response: { 201: z.object({ id: z.uuid() }) },
  },
} as const satisfies Endpoint

export const SitePayment = z.object({
  id: z.uuid(),
  number: PaymentNumber,
  acquirer: z.string(),
  acquirerId: z.nullable(z.string()),
  method: PayMethod,
  state: PaymentState,
  amountKopecks: Kopecks,
  accounts: z.array(z.object({ id: z.uuid(), number: AccountNumber })),
  createdAt: Instant,
  paidAt: z.nullable(Instant),
  /** Since when the acquirer has not answered. */
  silentSince: z.nullable(Instant),
  reason: z.nullable(z.string()),
})
export type SitePayment = z.infer<typeof SitePayment>

/** silent: the acquirer does not answer; waiting: its answer may still come. */
export const SitePaymentFilter = z.enum(['silent', 'waiting', 'paid'])
export type SitePaymentFilter = z.infer<typeof SitePaymentFilter>

export const listSitePayments = {
  method: 'GET',
  url: '/staff/payments',
  config: desk,
  schema: {
    summary: 'Payments on the site, the newest first',
    tags: ['staff'],
    querystring: z.strictObject({
      /** A number of ours or of the bank, or an account. */
      find: z.optional(text(40)),
      only: z.optional(SitePaymentFilter),
    }),
    response: { 200: z.object({ payments: z.array(SitePayment), isMore: z.boolean() }) },
  },
} as const satisfies Endpoint

export const DifferenceState = z.enum(['open', 'taken', 'closed'])

/** What the ledger says and somebody else's books do not, or the other way round. */
export const PaymentDifference = z.object({
  id: z.string(),
  source: z.enum(['acquirer', 'registry', 'terminal', 'statement']),
  kind: z.string(),
  subject: z.string(),
  ourKopecks: Kopecks,
  theirKopecks: Kopecks,
  details: z.record(z.string(), z.nullable(z.union([z.string(), z.number()]))),
  state: DifferenceState,
  foundAt: Instant,
  seenAt: Instant,
  owner: z.nullable(z.string()),
  note: z.nullable(z.string()),
})
export type PaymentDifference = z.infer<typeof PaymentDifference>

/** What a day was compared by. */
export const ReconciledDay = z.object({
  day: IsoDate,
  source: z.string(),
  checked: z.int(),
  ourKopecks: Kopecks,
  theirKopecks: Kopecks,
  /** Orders that the acquirer could not be asked about. */
  unknown: z.int(),
  finishedAt: Instant,
})
export type ReconciledDay = z.infer<typeof ReconciledDay>

export const listDifferences = {
  method: 'GET',
  url: '/staff/payment-differences',
  config: clerks,
  schema: {
    summary: 'Differences between the ledger and the books of others, and the days that were compared',
    tags: ['staff'],
    querystring: z.strictObject({ closed: z.optional(z.literal('1')) }),
    response: { 200: z.object({ differences: z.array(PaymentDifference), days: z.array(ReconciledDay) }) },
  },
} as const satisfies Endpoint

const DifferenceParams = z.object({ id: z.string().check(z.regex(/^\d{1,18}$/)) })

export const takeDifference = {
  method: 'POST',
  url: '/staff/payment-differences/:id/take',
  config: clerks,
  schema: {
    summary: 'Make a difference one’s own: others see who works on it',
    tags: ['staff'],
    params: DifferenceParams,
    body: z.strictObject({}),
    response: { 204: z.null() },
  },
} as const satisfies Endpoint

export const closeDifference = {
  method: 'POST',
  url: '/staff/payment-differences/:id/close',
  config: clerks,
  schema: {
    summary: 'Say how a difference was settled; found again with other sums, it opens again',
    tags: ['staff'],
    params: DifferenceParams,
    body: z.strictObject({ note: Reason }),
    response: { 204: z.null() },
  },
} as const satisfies Endpoint
