import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { text } from './primitives.ts'
import { Language } from './registration.ts'
import { PasswordText, Session } from './sessions.ts'

export const beginEsia = {
  method: 'POST',
  url: '/esia/attempts',
  config: { access: 'public' },
  schema: {
    summary: 'Begin the way to Gosuslugi; `link` adds it to the profile of the session',
    tags: ['gosuslugi'],
    /** Whoever links and has a password proves once more that they are the owner of the profile. */
    body: z.strictObject({ purpose: z.enum(['sign_in', 'link']), password: z.optional(PasswordText) }),
    response: { 201: z.object({ redirectTo: z.string() }) },
  },
} as const satisfies Endpoint

/** What stood in the address when Gosuslugi sent the browser back. */
export const EsiaReturn = z.strictObject({
  code: z.optional(text(4000)),
  state: z.optional(text(500)),
  iss: z.optional(text(500)),
  error: z.optional(text(500)),
  errorDescription: z.optional(text(2000)),
})
export type EsiaReturn = z.infer<typeof EsiaReturn>

export const EsiaOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('signed_in'), session: Session }),
  z.object({ outcome: z.literal('linked') }),
  /** A newcomer: a profile is made once they have agreed to the processing of their data. */
  z.object({ outcome: z.literal('consent_needed'), name: z.string() }),
])
export type EsiaOutcome = z.infer<typeof EsiaOutcome>

export const returnFromEsia = {
  method: 'POST',
  url: '/esia/returns',
  config: { access: 'public' },
  schema: {
    summary: 'Come back from Gosuslugi, in the browser that went there',
    tags: ['gosuslugi'],
    body: EsiaReturn,
    response: { 200: EsiaOutcome },
  },
} as const satisfies Endpoint

export const registerByEsia = {
  method: 'POST',
  url: '/esia/registrations',
  config: { access: 'public' },
  schema: {
    summary: 'Agree and make the profile of a newcomer from Gosuslugi',
    tags: ['gosuslugi'],
    body: z.strictObject({ consentVersion: text(20), language: Language }),
    response: { 201: Session },
  },
} as const satisfies Endpoint
