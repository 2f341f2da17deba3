import * as z from 'zod/mini'
import { BankProfileName } from './bank-profile.ts'
import type { Endpoint } from './endpoint.ts'
import { AccountNumber, IsoDate, Kopecks, Period, text } from './primitives.ts'

const config = { access: 'staff', roles: ['clerk', 'administrator'] } as const
const tags = ['staff']

const RowId = z.string().check(z.regex(/^\d{1,15}$/))

/** A payment of which nobody knows whose it is. */
export const WaitingPayment = z.object({
  id: RowId,
  profile: BankProfileName,
  fileName: z.string(),
  line: z.int(),
  key: z.string(),
  /** As the payer typed it. */
  accountNumber: z.string(),
  paidOn: IsoDate,
  period: z.nullable(Period),
  amountKopecks: Kopecks,
  payerName: z.nullable(z.string()),
  payerAddress: z.nullable(z.string()),
})
export type WaitingPayment = z.infer<typeof WaitingPayment>

export const listWaitingPayments = {
  method: 'GET',
  url: '/staff/registries/unmatched',
  config,
  schema: {
    summary: 'Payments that nobody knows the account of, oldest first',
    tags,
    querystring: z.object({
      amountKopecks: z.optional(z.string().check(z.regex(/^\d{1,12}$/))),
      paidOn: z.optional(IsoDate),
      cursor: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d\.\d{1,15}$/))),
    }),
    response: {
      200: z.object({
        payments: z.array(WaitingPayment),
        count: z.int(),
        kopecks: Kopecks,
        nextCursor: z.nullable(z.string()),
      }),
    },
  },
} as const satisfies Endpoint

export const SuggestedAccount = z.object({
  number: AccountNumber,
  address: z.string(),
  holderName: z.string(),
  isClosed: z.boolean(),
  owedKopecks: Kopecks,
})
export type SuggestedAccount = z.infer<typeof SuggestedAccount>

export const suggestAccounts = {
  method: 'GET',
  url: '/staff/registries/unmatched/:id/suggestions',
  config,
  schema: {
    summary: 'Accounts whose number is what the payer may have meant: a digit off, swapped, lost or doubled',
    tags,
    params: z.object({ id: RowId }),
    response: { 200: z.object({ accounts: z.array(SuggestedAccount) }) },
  },
} as const satisfies Endpoint

const Reason = text(300)

export const matchPayment = {
  method: 'POST',
  url: '/staff/registries/unmatched/:id/match',
  config,
  schema: {
    summary: 'Credit a payment that waits to an account, once',
    tags,
    params: z.object({ id: RowId }),
    body: z.strictObject({ accountNumber: AccountNumber, reason: Reason }),
    response: { 204: z.null() },
  },
} as const satisfies Endpoint

export const returnPayment = {
  method: 'POST',
  url: '/staff/registries/unmatched/:id/return',
  config,
  schema: {
    summary: 'Note that a payment that waits goes back to the bank',
    tags,
    params: z.object({ id: RowId }),
    body: z.strictObject({ reason: Reason }),
    response: { 204: z.null() },
  },
} as const satisfies Endpoint
