import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { HumanProof } from './human-check.ts'
import { Instant, text } from './primitives.ts'

/** As typed: nothing is trimmed or folded, so that every character counts (ASVS 6.2.8). */
export const PasswordText = z.string().check(z.minLength(1), z.maxLength(256))

/** E-mail of a resident or of staff, or the login that the office issued to an organisation. */
export const Credentials = z.strictObject({
  login: text(254),
  password: PasswordText,
  ...HumanProof.shape,
})
export type Credentials = z.infer<typeof Credentials>

export const UserKind = z.enum(['resident', 'organisation', 'staff'])
export type UserKind = z.infer<typeof UserKind>

export const StaffRoleName = z.enum(['operator', 'clerk', 'inspector', 'administrator'])

/** What the session has to do before anything else opens. */
export const NextStep = z.enum(['change_password', 'enrol_second_factor', 'give_second_factor'])
export type NextStep = z.infer<typeof NextStep>

export const Session = z.object({
  kind: UserKind,
  /** As the person wants to be called; empty until they say. */
  name: z.string(),
  /** E-mail or issued login; null for someone who enters by Gosuslugi only. */
  login: z.nullable(z.string()),
  roles: z.array(StaffRoleName),
  next: z.nullable(NextStep),
  /** The session ends then, however busy. */
  expiresAt: Instant,
})
export type Session = z.infer<typeof Session>

export const signIn = {
  method: 'POST',
  url: '/session',
  config: { access: 'public' },
  schema: {
    summary: 'Sign in with e-mail or issued login and password',
    tags: ['session'],
    body: Credentials,
    response: { 201: Session },
  },
} as const satisfies Endpoint

export const showSession = {
  method: 'GET',
  url: '/session',
  config: { access: 'signed_in' },
  schema: { summary: 'The session in force', tags: ['session'], response: { 200: Session } },
} as const satisfies Endpoint

/** The browser calls it when an answer says `sign_in_required`: a new access token for the refresh token. */
export const refreshSession = {
  method: 'POST',
  url: '/session/refresh',
  config: { access: 'public' },
  schema: { summary: 'Renew the access token', tags: ['session'], response: { 200: Session } },
} as const satisfies Endpoint

export const signOut = {
  method: 'DELETE',
  url: '/session',
  config: { access: 'public' },
  schema: { summary: 'Sign out', tags: ['session'], response: { 204: z.null() } },
} as const satisfies Endpoint

export const OpenSession = z.object({
  id: z.uuid(),
  /** «Chrome, Android». */
  device: z.string(),
  method: z.enum(['password', 'esia']),
  createdAt: Instant,
  lastSeenAt: Instant,
  isCurrent: z.boolean(),
})
export type OpenSession = z.infer<typeof OpenSession>

export const listSessions = {
  method: 'GET',
  url: '/sessions',
  config: { access: 'signed_in' },
  schema: {
    summary: 'Where this person is signed in',
    tags: ['session'],
    response: { 200: z.object({ sessions: z.array(OpenSession) }) },
  },
} as const satisfies Endpoint

export const endSession = {
  method: 'DELETE',
  url: '/sessions/:id',
  config: { access: 'signed_in' },
  schema: {
    summary: 'Sign out one device',
    tags: ['session'],
    params: z.object({ id: z.uuid() }),
    response: { 204: z.null() },
  },
} as const satisfies Endpoint

export const signOutEverywhere = {
  method: 'DELETE',
  url: '/sessions',
  config: { access: 'signed_in' },
  schema: { summary: 'Sign out everywhere, here too', tags: ['session'], response: { 204: z.null() } },
} as const satisfies Endpoint

export const PasswordChange = z.strictObject({ current: PasswordText, next: PasswordText })

/** Ends every other session of the person. */
export const changePassword = {
  method: 'PUT',
  url: '/session/password',
  config: { access: 'signed_in' },
  schema: {
    summary: 'Change the password, knowing the present one',
    tags: ['session'],
    body: PasswordChange,
    response: { 200: Session },
  },
} as const satisfies Endpoint

/** An authenticator app reads the address as a QR; the secret is for typing. Shown until it is confirmed. */
export const SecondFactorOffer = z.object({ secret: z.string(), uri: z.string() })
export type SecondFactorOffer = z.infer<typeof SecondFactorOffer>

export const offerSecondFactor = {
  method: 'POST',
  url: '/session/second-factor/offer',
  config: { access: 'signed_in' },
  schema: {
    summary: 'A secret for an authenticator app (RFC 6238), the same for half an hour',
    tags: ['session'],
    response: { 201: SecondFactorOffer },
  },
} as const satisfies Endpoint

const TotpCode = z.string().check(z.regex(/^\d{6}$/))

export const confirmSecondFactor = {
  method: 'PUT',
  url: '/session/second-factor',
  config: { access: 'signed_in' },
  schema: {
    summary: 'Confirm the authenticator with its first code; the answer shows the recovery codes, once',
    tags: ['session'],
    body: z.strictObject({ code: TotpCode }),
    response: { 200: z.object({ session: Session, recoveryCodes: z.array(z.string()) }) },
  },
} as const satisfies Endpoint

export const giveSecondFactor = {
  method: 'POST',
  url: '/session/second-factor',
  config: { access: 'signed_in' },
  schema: {
    summary: 'Give the code of the authenticator, or a recovery code',
    tags: ['session'],
    body: z.strictObject({ code: z.optional(TotpCode), recoveryCode: z.optional(text(40)) }),
    response: { 200: Session },
  },
} as const satisfies Endpoint
