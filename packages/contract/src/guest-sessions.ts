import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { HumanProof } from './human-check.ts'
import { AccountNumber, Instant, text } from './primitives.ts'

/** What stands in for a password in the accountless model; an empty flat is a private house. */
export const GuestEntry = z.strictObject({
  accountNumber: AccountNumber,
  house: text(40),
  flat: z.string().check(z.trim(), z.maxLength(40), z.regex(/^[^\p{Cc}]*$/u)),
  ...HumanProof.shape,
})
export type GuestEntry = z.infer<typeof GuestEntry>

export const GuestSession = z.object({
  accountNumber: AccountNumber,
  house: z.string(),
  flat: z.string(),
  expiresAt: Instant,
})
export type GuestSession = z.infer<typeof GuestSession>

export const openGuestSession = {
  method: 'POST',
  url: '/guest-session',
  config: { access: 'public' },
  schema: {
    summary: 'Enter by account number, house and flat',
    tags: ['access'],
    body: GuestEntry,
    response: { 201: GuestSession },
  },
} as const satisfies Endpoint

export const showGuestSession = {
  method: 'GET',
  url: '/guest-session',
  config: { access: 'guest' },
  schema: { summary: 'The session in force', tags: ['access'], response: { 200: GuestSession } },
} as const satisfies Endpoint

export const closeGuestSession = {
  method: 'DELETE',
  url: '/guest-session',
  config: { access: 'public' },
  schema: { summary: 'Leave', tags: ['access'], response: { 204: z.null() } },
} as const satisfies Endpoint
