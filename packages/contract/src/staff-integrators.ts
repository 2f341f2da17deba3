import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { INTEGRATOR_SCOPES } from './integrators.ts'
import { AccountNumber, Instant, IsoDate, text } from './primitives.ts'
import { Reason } from './staff-people.ts'

const config = { access: 'staff', roles: ['administrator'] } as const
const tags = ['staff'] as const
const params = z.object({ id: z.uuid() })

export const IntegratorKind = z.enum(['management_company', 'bank', 'meter_vendor', 'accounting', 'other'])
export type IntegratorKind = z.infer<typeof IntegratorKind>

const Scope = z.enum(INTEGRATOR_SCOPES)

/** ИНН, and КПП where several organisations share it. */
export const OrganisationNumber = z.strictObject({
  inn: z.string().check(z.regex(/^(\d{10}|\d{12})$/)),
  kpp: z.string().check(z.regex(/^(\d{4}[0-9A-Z]{2}\d{3})?$/)),
})
export type OrganisationNumber = z.infer<typeof OrganisationNumber>

export const MOST_REQUESTS = 100_000

const terms = {
  name: text(200),
  kind: IntegratorKind,
  organisation: z.nullable(OrganisationNumber),
  contact: text(300),
  scopes: z.array(Scope).check(
    z.minLength(1),
    z.maxLength(INTEGRATOR_SCOPES.length),
    z.refine((scopes) => new Set(scopes).size === scopes.length),
  ),
  requestsPerMinute: z.int().check(z.minimum(1), z.maximum(MOST_REQUESTS)),
}

export const IntegratorTerms = z.strictObject(terms)
export type IntegratorTerms = z.infer<typeof IntegratorTerms>

export const IntegratorChange = z.strictObject({ ...terms, revision: z.int().check(z.minimum(1)) })
export type IntegratorChange = z.infer<typeof IntegratorChange>

export const IntegratorLine = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: IntegratorKind,
  isActive: z.boolean(),
  liveSecrets: z.int(),
  liveGrants: z.int(),
  lastCallAt: z.nullable(Instant),
})
export type IntegratorLine = z.infer<typeof IntegratorLine>

export const IntegratorSecret = z.object({
  id: z.uuid(),
  /** Its last four characters. */
  ending: z.string(),
  issuedAt: Instant,
  issuedByName: z.nullable(z.string()),
  expiresAt: z.nullable(Instant),
  lastUsedAt: z.nullable(Instant),
  /** Taken back or run out. */
  endedAt: z.nullable(Instant),
})
export type IntegratorSecret = z.infer<typeof IntegratorSecret>

export const GrantTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account'), number: AccountNumber }),
  z.strictObject({ kind: z.literal('organisation'), ...OrganisationNumber.shape }),
  z.strictObject({ kind: z.literal('house'), street: text(200), house: text(40) }),
])
export type GrantTarget = z.infer<typeof GrantTarget>

export const GrantedTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account'), number: AccountNumber }),
  z.object({ kind: z.literal('organisation'), name: z.string(), inn: z.string() }),
  z.object({ kind: z.literal('house'), street: z.string(), house: z.string() }),
])
export type GrantedTarget = z.infer<typeof GrantedTarget>

export const IntegratorGrant = z.object({
  id: z.uuid(),
  target: GrantedTarget,
  /** Open accounts that it comes to today. */
  accounts: z.int(),
  document: z.string(),
  from: IsoDate,
  /** The last day, included. */
  until: z.nullable(IsoDate),
  state: z.enum(['ahead', 'live', 'over']),
})
export type IntegratorGrant = z.infer<typeof IntegratorGrant>

export const IntegratorCard = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: IntegratorKind,
  organisation: z.nullable(z.object({ id: z.uuid(), name: z.string(), inn: z.string(), kpp: z.string() })),
  contact: z.string(),
  scopes: z.array(Scope),
  requestsPerMinute: z.int(),
  revision: z.int(),
  isActive: z.boolean(),
  /** In the city: the first day that a grant is offered with. */
  today: IsoDate,
  lastCallAt: z.nullable(Instant),
  /** Live ones first, then those of the last year. */
  secrets: z.array(IntegratorSecret),
  grants: z.array(IntegratorGrant),
  /** The last fourteen days, newest first; a day without calls is left out. */
  calls: z.array(
    z.object({ day: IsoDate, taken: z.int(), refused: z.int(), limited: z.int(), failed: z.int() }),
  ),
})
export type IntegratorCard = z.infer<typeof IntegratorCard>

export const listIntegrators = {
  method: 'GET',
  url: '/staff/integrators',
  config,
  schema: {
    summary: 'Programs that may call the API',
    tags,
    response: { 200: z.object({ integrators: z.array(IntegratorLine) }) },
  },
} as const satisfies Endpoint

export const addIntegrator = {
  method: 'POST',
  url: '/staff/integrators',
  config,
  schema: {
    summary: 'Register a program; it can do nothing yet: secrets and grants are given on its card',
    tags,
    body: IntegratorTerms,
    response: { 201: IntegratorCard },
  },
} as const satisfies Endpoint

export const showIntegrator = {
  method: 'GET',
  url: '/staff/integrators/:id',
  config,
  schema: {
    summary: 'A program with its secrets, grants and calls',
    tags,
    params,
    response: { 200: IntegratorCard },
  },
} as const satisfies Endpoint

export const changeIntegrator = {
  method: 'PUT',
  url: '/staff/integrators/:id',
  config,
  schema: {
    summary:
      'Change what is known of a program, its scopes and its rate; acts on tokens that are out already',
    tags,
    params,
    body: IntegratorChange,
    response: { 200: IntegratorCard },
  },
} as const satisfies Endpoint

export const disableIntegrator = {
  method: 'POST',
  url: '/staff/integrators/:id/disable',
  config,
  schema: {
    summary: 'Let a program in no more: its tokens end at once',
    tags,
    params,
    body: Reason,
    response: { 200: IntegratorCard },
  },
} as const satisfies Endpoint

export const enableIntegrator = {
  method: 'POST',
  url: '/staff/integrators/:id/enable',
  config,
  schema: {
    summary: 'Let a program in again, with the secrets and grants it has',
    tags,
    params,
    body: Reason,
    response: { 200: IntegratorCard },
  },
} as const satisfies Endpoint
