import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { AccountNumber, Instant, text } from './primitives.ts'

export const OrganisationKind = z.enum(['legal_entity', 'sole_trader'])
export type OrganisationKind = z.infer<typeof OrganisationKind>

/** The papers that are shown at the desk. */
export const DocumentKind = z.enum([
  'statement',
  'charter',
  'registration_certificate',
  'tax_certificate',
  'passport',
  'power_of_attorney',
  'appointment',
  'contract',
])
export type DocumentKind = z.infer<typeof DocumentKind>

const line = (maxLength: number) =>
  z.string().check(z.trim(), z.maxLength(maxLength), z.regex(/^[^\p{Cc}]*$/u))

export const ShownDocument = z.strictObject({
  kind: DocumentKind,
  /** Number and date as written on it; may be empty. */
  reference: line(200),
})
export type ShownDocument = z.infer<typeof ShownDocument>

/** Numbers as typed: spaces between their groups are forgiven, see the domain's `registrationNumber`. */
const typedFacts = {
  name: text(200),
  inn: text(30),
  /** Empty for a sole trader. */
  kpp: line(30),
  /** ОГРН, or ОГРНИП of a sole trader. */
  ogrn: text(30),
  contactName: text(200),
  contactEmail: text(254),
  contactPhone: text(40),
}

export const NewOrganisation = z.strictObject({
  kind: OrganisationKind,
  ...typedFacts,
  documents: z.array(ShownDocument).check(z.maxLength(20)),
  accounts: z.array(AccountNumber).check(z.maxLength(500)),
})
export type NewOrganisation = z.infer<typeof NewOrganisation>

/** What may be corrected later; who it is (the kind) may not. */
export const OrganisationChange = z.partial(z.strictObject(typedFacts))
export type OrganisationChange = z.infer<typeof OrganisationChange>

export const OrganisationAccount = z.object({
  id: z.uuid(),
  number: AccountNumber,
  street: z.string(),
  house: z.string(),
  flat: z.string(),
  isClosed: z.boolean(),
  addedAt: Instant,
})
export type OrganisationAccount = z.infer<typeof OrganisationAccount>

export const CredentialIssue = z.object({
  id: z.uuid(),
  issuedAt: Instant,
  /** Who handed it over. */
  issuedBy: z.string(),
  /** Whose document was shown. */
  document: z.string(),
  /** Why again; empty for the first. */
  reason: z.string(),
})

export const OrganisationCredentials = z.object({
  login: z.string(),
  /** waiting: the one-time password has not been changed yet; expired: it never was, in time. */
  state: z.enum(['waiting', 'expired', 'in_use']),
  /** Until when the one-time password opens the door; null once it was changed. */
  validUntil: z.nullable(Instant),
  openSessions: z.int(),
})
export type OrganisationCredentials = z.infer<typeof OrganisationCredentials>

export const Organisation = z.object({
  id: z.uuid(),
  kind: OrganisationKind,
  name: z.string(),
  inn: z.string(),
  kpp: z.string(),
  ogrn: z.string(),
  contactName: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string(),
  createdAt: Instant,
  accounts: z.array(OrganisationAccount),
  documents: z.array(z.object({ kind: DocumentKind, reference: z.string(), shownAt: Instant })),
  /** Null until they are issued. */
  credentials: z.nullable(OrganisationCredentials),
  /** Newest first. */
  issues: z.array(CredentialIssue),
})
export type Organisation = z.infer<typeof Organisation>

export const OrganisationLine = z.object({
  id: z.uuid(),
  kind: OrganisationKind,
  name: z.string(),
  inn: z.string(),
  kpp: z.string(),
  login: z.nullable(z.string()),
  accountsCount: z.int(),
})
export type OrganisationLine = z.infer<typeof OrganisationLine>

const desk = { access: 'staff', roles: ['operator', 'administrator'] } as const
const tags = ['organisations'] as const
const params = z.object({ id: z.uuid() })

export const listOrganisations = {
  method: 'GET',
  url: '/staff/organisations',
  config: desk,
  schema: {
    summary: 'Find organisations by a part of the name, by ИНН or by login',
    tags,
    querystring: z.object({ query: z.optional(line(100)), cursor: z.optional(z.uuid()) }),
    response: {
      200: z.object({ organisations: z.array(OrganisationLine), nextCursor: z.nullable(z.uuid()) }),
    },
  },
} as const satisfies Endpoint

export const registerOrganisation = {
  method: 'POST',
  url: '/staff/organisations',
  config: desk,
  schema: {
    summary: 'Register an organisation that came to the office with its documents',
    tags,
    body: NewOrganisation,
    response: { 201: Organisation },
  },
} as const satisfies Endpoint

export const showOrganisation = {
  method: 'GET',
  url: '/staff/organisations/:id',
  config: desk,
  schema: { summary: 'The card of an organisation', tags, params, response: { 200: Organisation } },
} as const satisfies Endpoint

export const changeOrganisation = {
  method: 'PATCH',
  url: '/staff/organisations/:id',
  config: desk,
  schema: {
    summary: 'Correct what is known of an organisation',
    tags,
    params,
    body: OrganisationChange,
    response: { 200: Organisation },
  },
} as const satisfies Endpoint

export const addOrganisationAccount = {
  method: 'POST',
  url: '/staff/organisations/:id/accounts',
  config: desk,
  schema: {
    summary: 'Give an organisation the rights to an account of a legal entity',
    tags,
    params,
    body: z.strictObject({ accountNumber: AccountNumber }),
    response: { 201: Organisation },
  },
} as const satisfies Endpoint

export const removeOrganisationAccount = {
  method: 'DELETE',
  url: '/staff/organisations/:id/accounts/:accountId',
  config: desk,
  schema: {
    summary: 'Take an account away from an organisation',
    tags,
    params: z.object({ id: z.uuid(), accountId: z.uuid() }),
    response: { 204: z.null() },
  },
} as const satisfies Endpoint

export const CredentialsOrder = z.strictObject({
  /** Whose document was shown, with its number. */
  document: text(200),
  /** Why again: needed when credentials were issued before. */
  reason: z.optional(text(500)),
  /** The issue that the operator saw as the last; absent for the first. Of two reissues at once, one is made. */
  replaces: z.optional(z.uuid()),
})
export type CredentialsOrder = z.infer<typeof CredentialsOrder>

/** The only time that the password is seen: it is kept nowhere, and nobody but a generator has chosen it. */
export const IssuedCredentials = z.object({
  login: z.string(),
  password: z.string(),
  validUntil: Instant,
  /** The page to hand over: PDF, base64. */
  sheet: z.string(),
})
export type IssuedCredentials = z.infer<typeof IssuedCredentials>

export const issueCredentials = {
  method: 'POST',
  url: '/staff/organisations/:id/credentials',
  config: desk,
  schema: {
    summary: 'Issue login and one-time password, or another password for the same login; its sessions end',
    tags,
    params,
    body: CredentialsOrder,
    response: { 201: IssuedCredentials },
  },
} as const satisfies Endpoint
