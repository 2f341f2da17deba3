import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { FILE_TYPES } from './file-types.ts'
import { AccountParams } from './my-accounts.ts'
import { Kopecks, Period } from './primitives.ts'

/** `download=1` is for keeping the file; without it the browser shows it. */
const HowToShow = z.strictObject({ download: z.optional(z.literal('1')) })

/** HEAD answers whether the file would be given, and counts for nothing. */
export const showMyReceipt = {
  method: 'GET',
  url: '/my/accounts/:accountId/bills/:period/receipt.pdf',
  config: { access: 'person' },
  schema: {
    summary: 'The receipt of a final month as PDF, with the code to pay by',
    tags: ['bills'],
    params: z.strictObject({ ...AccountParams.shape, period: Period }),
    querystring: HowToShow,
    produces: [FILE_TYPES.pdf],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint

export const showCurrentReceipt = {
  method: 'GET',
  url: '/cabinet/bill/receipt.pdf',
  config: { access: 'guest' },
  schema: {
    summary: 'The newest receipt as PDF, without name, address, persons and readings',
    tags: ['cabinet'],
    querystring: HowToShow,
    produces: [FILE_TYPES.pdf],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint

/** Pays what is owed now, which may be less than the receipt of a month says. Null where nothing is owed. */
export const PaymentCode = z.object({
  code: z.nullable(
    z.object({
      sumKopecks: Kopecks,
      /** ГОСТ Р 56042-2014; its head names the encoding of the bytes that the picture carries. */
      text: z.string(),
    }),
  ),
})
export type PaymentCode = z.infer<typeof PaymentCode>

export const showMyPaymentCode = {
  method: 'GET',
  url: '/my/accounts/:accountId/payment-code',
  config: { access: 'person' },
  schema: {
    summary: 'The text of the QR code that pays what is owed now',
    tags: ['bills'],
    params: AccountParams,
    response: { 200: PaymentCode },
  },
} as const satisfies Endpoint

export const showCurrentPaymentCode = {
  method: 'GET',
  url: '/cabinet/payment-code',
  config: { access: 'guest' },
  schema: {
    summary: 'The text of the QR code that pays what is owed now',
    tags: ['cabinet'],
    response: { 200: PaymentCode },
  },
} as const satisfies Endpoint
