import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { HumanProof } from './human-check.ts'
import { text } from './primitives.ts'
import { PasswordText } from './sessions.ts'

export const Email = z.email().check(z.maxLength(254))
/** The language in which letters come. */
export const Language = z.enum(['ru', 'en'])
/** 43 characters of base64url: the part of a letter's link behind «#t=». */
export const LinkToken = z.string().check(z.regex(/^[\w-]{43}$/))

/** The same for every address, whatever stands behind it: only the mailbox differs. */
export const Accepted = z.object({ accepted: z.literal(true) })

const asked = { 202: Accepted }

export const Registration = z.strictObject({
  email: Email,
  password: PasswordText,
  /** A Russian mobile number, as typed. */
  phone: text(30),
  language: Language,
  /** The version of the document that was agreed to, on its own. */
  consentVersion: text(20),
  ...HumanProof.shape,
})
export type Registration = z.infer<typeof Registration>

export const register = {
  method: 'POST',
  url: '/registrations',
  config: { access: 'public' },
  schema: {
    summary: 'Register a resident: a letter follows',
    tags: ['registration'],
    body: Registration,
    response: asked,
  },
} as const satisfies Endpoint

export const LetterRequest = z.strictObject({
  email: Email,
  language: Language,
  ...HumanProof.shape,
})
export type LetterRequest = z.infer<typeof LetterRequest>

export const resendActivation = {
  method: 'POST',
  url: '/activation-letters',
  config: { access: 'public' },
  schema: {
    summary: 'Send the activation letter again',
    tags: ['registration'],
    body: LetterRequest,
    response: asked,
  },
} as const satisfies Endpoint

/** What the owner of an address says themselves where the letter is opened in another browser. */
export const OwnDetails = z.strictObject({
  password: PasswordText,
  phone: text(30),
  language: Language,
  consentVersion: text(20),
})
export type OwnDetails = z.infer<typeof OwnDetails>

/**
 * Without details only in the browser that registered: whoever registered a stranger's address has chosen the
 * password, the phone and the consent there, and none of them are the owner's.
 */
export const activate = {
  method: 'POST',
  url: '/activations',
  config: { access: 'public' },
  schema: {
    summary: 'Activate by the link of the letter',
    tags: ['registration'],
    body: z.strictObject({ token: LinkToken, own: z.optional(OwnDetails) }),
    response: { 200: z.object({ outcome: z.enum(['activated', 'already_active', 'details_needed']) }) },
  },
} as const satisfies Endpoint

export const askForReset = {
  method: 'POST',
  url: '/password-reset-letters',
  config: { access: 'public' },
  schema: {
    summary: 'Ask for a letter to choose a new password',
    tags: ['registration'],
    body: LetterRequest,
    response: asked,
  },
} as const satisfies Endpoint

export const resetPassword = {
  method: 'POST',
  url: '/password-resets',
  config: { access: 'public' },
  schema: {
    summary: 'Choose a new password by the link of the letter; every session ends',
    tags: ['registration'],
    body: z.strictObject({ token: LinkToken, password: PasswordText }),
    response: { 200: z.object({ changed: z.literal(true) }) },
  },
} as const satisfies Endpoint
