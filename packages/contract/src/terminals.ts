import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { IsoDate } from './primitives.ts'

/** The short name of a network in addresses and operations. */
export const NetworkCode = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,30}$/))

/**
 * Kept wide on purpose: what is wrong with one of them is answered in the protocol's own codes. What is not named
 * here, or named twice, fits neither protocol.
 */
const Parameter = z.optional(z.string().check(z.maxLength(200)))

/** What is sent by the protocol «check/pay» of the first terminal networks (ОСМП). */
const Osmp = {
  command: Parameter,
  txn_id: Parameter,
  account: Parameter,
  sum: Parameter,
  txn_date: Parameter,
}
/** What is sent by banks to an online biller (ЕПС). */
const Biller = {
  ACTION: Parameter,
  ACCOUNT: Parameter,
  AMOUNT: Parameter,
  PAY_ID: Parameter,
  PAY_DATE: Parameter,
}

const TerminalQuestion = z.strictObject({ ...Osmp, ...Biller })
export type TerminalQuestion = z.infer<typeof TerminalQuestion>

/** Nobody signs in here: the address that calls and the secret of the network are asked for, both. */
const config = { access: 'public' } as const

export const askTerminal = {
  method: 'GET',
  url: '/terminals/:network',
  config,
  schema: {
    summary:
      'Check an account or take a payment, as a network of payment terminals asks; Basic and listed addresses',
    tags: ['terminals'],
    params: z.object({ network: NetworkCode }),
    querystring: TerminalQuestion,
    produces: ['application/xml; charset=utf-8'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint

export const downloadTerminalRegistry = {
  method: 'GET',
  url: '/terminals/:network/registry',
  config,
  schema: {
    summary: 'Payments of a day of this network, to compare; Basic and listed addresses',
    tags: ['terminals'],
    params: z.object({ network: NetworkCode }),
    querystring: z.strictObject({ date: IsoDate }),
    produces: ['text/csv; charset=utf-8'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint
