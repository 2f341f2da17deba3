import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { AccountNumber, Instant, IsoDate } from './primitives.ts'

/** Opaque: where the next page begins. */
export const Cursor = z.string().check(z.regex(/^[\w-]{1,80}$/))

/** A value before and after; absent on the side where there was none. */
export const Change = z.object({ before: z.optional(z.string()), after: z.optional(z.string()) })

export const AuditEvent = z.object({
  id: z.string(),
  at: Instant,
  /** «staff:…», «user:…», «guest:…», «system». */
  actor: z.string(),
  actorName: z.nullable(z.string()),
  action: z.string(),
  account: z.nullable(z.object({ id: z.uuid(), number: AccountNumber })),
  /** What changed, by field. */
  changes: z.record(z.string(), Change),
  /** What else was noted, by name. */
  notes: z.record(z.string(), z.string()),
})
export type AuditEvent = z.infer<typeof AuditEvent>

export const AuditFilter = z.object({
  account: z.optional(AccountNumber),
  actor: z.optional(z.string().check(z.regex(/^[a-z-]+(:[0-9a-f-]{36})?$/), z.maxLength(60))),
  action: z.optional(z.string().check(z.regex(/^[a-z_.]+$/), z.maxLength(60))),
  from: z.optional(IsoDate),
  /** The last day, included. */
  to: z.optional(IsoDate),
  cursor: z.optional(Cursor),
})
export type AuditFilter = z.infer<typeof AuditFilter>

export const listAuditEvents = {
  method: 'GET',
  url: '/staff/audit',
  config: { access: 'staff', roles: ['administrator'] },
  schema: {
    summary: 'Who did what, newest first',
    tags: ['staff'],
    querystring: AuditFilter,
    response: { 200: z.object({ events: z.array(AuditEvent), nextCursor: z.nullable(Cursor) }) },
  },
} as const satisfies Endpoint
