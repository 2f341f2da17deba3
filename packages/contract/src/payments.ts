import * as z from 'zod/mini'
import { Owed } from './bills.ts'
import type { Endpoint } from './endpoint.ts'
import { AcquirerName } from './payment-rules.ts'
import { AccountNumber, Instant, IsoDate, Kopecks } from './primitives.ts'
import { Language } from './registration.ts'

export const PayMethod = z.enum(['card', 'sbp'])
export type PayMethod = z.infer<typeof PayMethod>

/** created: the acquirer has not answered yet. failed and expired may still become paid, paid is for ever. */
export const PaymentState = z.enum(['created', 'pending', 'paid', 'failed', 'expired'])
export type PaymentState = z.infer<typeof PaymentState>

/** Which way money came: our site, a file of a bank, a terminal, found later by the office. */
export const PayChannel = z.enum(['site', 'registry', 'terminal', 'matched', 'other'])
export type PayChannel = z.infer<typeof PayChannel>

/** Money that has come, or is on its way: a reason to look twice before paying again. */
export const RecentPayment = z.object({
  /** Of the ledger. */
  number: z.string(),
  paidOn: IsoDate,
  amountKopecks: Kopecks,
  channel: PayChannel,
})
export type RecentPayment = z.infer<typeof RecentPayment>

export const PaymentUnderWay = z.object({
  startedAt: Instant,
  amountKopecks: Kopecks,
})

export const AccountToPay = z.object({
  accountId: z.uuid(),
  number: AccountNumber,
  owed: Owed,
  recent: z.array(RecentPayment),
  underWay: z.array(PaymentUnderWay),
})
export type AccountToPay = z.infer<typeof AccountToPay>

/** Everything somebody should know before paying. There is no commission: what is paid is credited. */
export const PaymentOffer = z.object({
  accounts: z.array(AccountToPay),
  /** Empty: nothing can be paid here at this moment. */
  methods: z.array(PayMethod),
  leastKopecks: Kopecks,
  mostKopecks: Kopecks,
  /** The receipt goes there when nothing else is typed; masked. */
  email: z.nullable(z.string()),
})
export type PaymentOffer = z.infer<typeof PaymentOffer>

const Sum = z.int().check(z.minimum(0), z.maximum(1_000_000_000))

/** What to pay for an account: all that is owed, or a sum for water. What the sum is, the server decides. */
export const NewPaymentPart = z.strictObject({
  accountId: z.uuid(),
  /** As shown to the payer; a debt that has changed meanwhile is shown anew. */
  seenKopecks: z.int().check(z.minimum(0), z.maximum(100_000_000_000)),
  /** Null: all that is owed; 0: penalties alone. */
  waterKopecks: z.nullable(Sum),
  withPenalties: z.boolean(),
})
export type NewPaymentPart = z.infer<typeof NewPaymentPart>

export const NewPayment = z.strictObject({
  parts: z.array(NewPaymentPart).check(z.minLength(1), z.maxLength(20)),
  method: PayMethod,
  /** Where the receipt goes. */
  email: z.optional(z.email().check(z.maxLength(254))),
  language: Language,
})
export type NewPayment = z.infer<typeof NewPayment>

export const PaymentNumber = z.string().check(z.regex(/^P\d{4}-\d{7,12}-\d$/))

/** What is shown of a payment to whoever has its secret code: no name, no address. */
export const PaymentView = z.object({
  number: PaymentNumber,
  state: PaymentState,
  method: PayMethod,
  amountKopecks: Kopecks,
  parts: z.array(z.object({ accountNumber: AccountNumber, amountKopecks: Kopecks })),
  createdAt: Instant,
  expiresAt: Instant,
  paidAt: z.nullable(Instant),
  /** What of it was more than was owed, and waits for the next bills. */
  advanceKopecks: Kopecks,
  /** While it can still be paid. */
  payUrl: z.nullable(z.string()),
  /** The link of СБП: drawn as a code, or opened on a phone. */
  qrText: z.nullable(z.string()),
  /** The acquirer gives no answer: the money is not lost, but it may take longer. */
  isAcquirerSilent: z.boolean(),
})
export type PaymentView = z.infer<typeof PaymentView>

const PaymentCode = z.string().check(z.regex(/^[\w-]{64}$/))

export const PaymentOpened = z.object({
  /** The secret of this payment's page. */
  code: PaymentCode,
  payment: PaymentView,
})
export type PaymentOpened = z.infer<typeof PaymentOpened>

/** Without a key a repeated wish would be another payment. */
const PaymentKey = z.object({ 'idempotency-key': z.string().check(z.regex(/^[\w.:~-]{8,128}$/)) })

export const showMyPaymentOffer = {
  method: 'GET',
  url: '/my/payment-offer',
  config: { access: 'person' },
  schema: {
    summary: 'What can be paid for the accounts a person may pay for, and what was paid lately',
    tags: ['payments'],
    response: { 200: PaymentOffer },
  },
} as const satisfies Endpoint

export const showPaymentOffer = {
  method: 'GET',
  url: '/cabinet/payment-offer',
  config: { access: 'guest' },
  schema: {
    summary: 'What can be paid for the account of the entry, and what was paid lately',
    tags: ['payments'],
    response: { 200: PaymentOffer },
  },
} as const satisfies Endpoint

export const startMyPayment = {
  method: 'POST',
  url: '/my/payments',
  config: { access: 'person' },
  schema: {
    summary: 'Open an order at the acquirer; the sums are the server’s',
    tags: ['payments'],
    headers: PaymentKey,
    body: NewPayment,
    response: { 201: PaymentOpened },
  },
} as const satisfies Endpoint

export const startPayment = {
  method: 'POST',
  url: '/cabinet/payments',
  config: { access: 'guest' },
  schema: {
    summary: 'Open an order at the acquirer for the account of the entry; the sums are the server’s',
    tags: ['payments'],
    headers: PaymentKey,
    body: NewPayment,
    response: { 201: PaymentOpened },
  },
} as const satisfies Endpoint

/** Public: the payer comes back from the bank, perhaps in another browser, with nothing but the code. */
export const showPayment = {
  method: 'GET',
  url: '/payments/:code',
  config: { access: 'public' },
  schema: {
    summary: 'What has become of a payment, by the secret code of its page',
    tags: ['payments'],
    params: z.object({ code: PaymentCode }),
    response: { 200: PaymentView },
  },
} as const satisfies Endpoint

const AcquirerParams = z.object({ acquirer: AcquirerName })

/** Callbacks: kept as they came and answered at once. What they say is asked from the acquirer. */
export const receiveCallback = {
  method: 'POST',
  url: '/acquirers/:acquirer/callback',
  config: { access: 'public' },
  schema: {
    summary: 'A callback of an acquirer, in its own format',
    tags: ['acquirers'],
    params: AcquirerParams,
    response: { 200: z.unknown() },
    produces: ['text/plain'],
  },
} as const satisfies Endpoint

/** The old gateway calls back by GET. */
export const receiveCallbackByGet = { ...receiveCallback, method: 'GET' } as const satisfies Endpoint
