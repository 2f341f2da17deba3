import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { Instant, text } from './primitives.ts'
import { Accepted, Email, Language, LinkToken } from './registration.ts'
import { PasswordText, UserKind } from './sessions.ts'

export const EmailChange = z.object({
  newEmail: z.string(),
  isNewConfirmed: z.boolean(),
  /** Also where there is no present e-mail to ask. */
  isOldConfirmed: z.boolean(),
  expiresAt: Instant,
})
export type EmailChange = z.infer<typeof EmailChange>

export const Profile = z.object({
  kind: UserKind,
  name: z.string(),
  email: z.nullable(z.string()),
  /** Issued by the office to organisations. */
  login: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  language: Language,
  hasPassword: z.boolean(),
  /** The name that Gosuslugi has confirmed; null: not linked. */
  gosuslugiName: z.nullable(z.string()),
  emailChange: z.nullable(EmailChange),
  consents: z.array(
    z.object({
      document: z.string(),
      version: z.string(),
      acceptedAt: Instant,
      withdrawnAt: z.nullable(Instant),
    }),
  ),
})
export type Profile = z.infer<typeof Profile>

export const showProfile = {
  method: 'GET',
  url: '/my/profile',
  config: { access: 'person' },
  schema: { summary: "The person's own profile", tags: ['profile'], response: { 200: Profile } },
} as const satisfies Endpoint

export const ProfileChange = z.strictObject({
  name: z.optional(z.string().check(z.trim(), z.maxLength(100), z.regex(/^[^\p{Cc}]*$/u))),
  /** A Russian mobile number, as typed. */
  phone: z.optional(text(30)),
  language: z.optional(Language),
  /** Needed to change the phone, of whoever has a password (ASVS 7.5.1). */
  password: z.optional(PasswordText),
})
export type ProfileChange = z.infer<typeof ProfileChange>

export const changeProfile = {
  method: 'PATCH',
  url: '/my/profile',
  config: { access: 'resident' },
  schema: {
    summary: 'Change name, phone or language',
    tags: ['profile'],
    body: ProfileChange,
    response: { 200: Profile },
  },
} as const satisfies Endpoint

/** Letters go to both addresses; the answer is the same whether the new one belongs to somebody or not. */
export const askForEmailChange = {
  method: 'POST',
  url: '/my/profile/email',
  config: { access: 'resident' },
  schema: {
    summary: 'Ask for another e-mail: it counts once both addresses have agreed',
    tags: ['profile'],
    body: z.strictObject({ newEmail: Email, password: z.optional(PasswordText) }),
    response: { 202: Accepted },
  },
} as const satisfies Endpoint

export const cancelEmailChange = {
  method: 'DELETE',
  url: '/my/profile/email',
  config: { access: 'resident' },
  schema: { summary: 'Keep the present e-mail', tags: ['profile'], response: { 204: z.null() } },
} as const satisfies Endpoint

export const confirmEmail = {
  method: 'POST',
  url: '/email-confirmations',
  config: { access: 'public' },
  schema: {
    summary: 'Agree to a change of e-mail by the link of a letter, of either address',
    tags: ['profile'],
    body: z.strictObject({ token: LinkToken }),
    response: {
      200: z.object({ outcome: z.enum(['changed', 'waiting_for_old', 'waiting_for_new']) }),
    },
  },
} as const satisfies Endpoint

export const unlinkGosuslugi = {
  method: 'DELETE',
  url: '/my/profile/gosuslugi',
  config: { access: 'resident' },
  schema: {
    summary: 'Unlink Gosuslugi; only for someone who has a password to enter with',
    tags: ['profile'],
    response: { 204: z.null() },
  },
} as const satisfies Endpoint

/**
 * 152-ФЗ ст. 21: what is kept about the person goes, readings stay with their account. With the password, or
 * without one within 15 minutes of entering by Gosuslugi.
 */
export const deleteProfile = {
  method: 'DELETE',
  url: '/my/profile',
  config: { access: 'resident' },
  schema: {
    summary: 'Delete the profile and withdraw the consents',
    tags: ['profile'],
    body: z.strictObject({ isConfirmed: z.literal(true), password: z.optional(PasswordText) }),
    response: { 204: z.null() },
  },
} as const satisfies Endpoint

export const DataExport = z.object({
  id: z.uuid(),
  askedAt: Instant,
  state: z.enum(['being_made', 'ready', 'failed']),
  expiresAt: Instant,
})
export type DataExport = z.infer<typeof DataExport>

export const askForExport = {
  method: 'POST',
  url: '/my/exports',
  config: { access: 'resident' },
  schema: {
    summary: 'Ask for everything kept about oneself; made in the background, a letter tells when',
    tags: ['profile'],
    response: { 202: DataExport },
  },
} as const satisfies Endpoint

export const listExports = {
  method: 'GET',
  url: '/my/exports',
  config: { access: 'resident' },
  schema: {
    summary: 'The exports of the last seven days',
    tags: ['profile'],
    response: { 200: z.object({ exports: z.array(DataExport) }) },
  },
} as const satisfies Endpoint

export const downloadExport = {
  method: 'GET',
  url: '/my/exports/:id/file',
  config: { access: 'resident' },
  schema: {
    summary: 'One export: a ZIP of JSON and CSV files',
    tags: ['profile'],
    params: z.object({ id: z.uuid() }),
    produces: ['application/zip'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint
