import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { IsoDate, text } from './primitives.ts'

/** Kinds of what the console finds, in the order in which they are shown. */
export const SearchKind = z.enum([
  'account',
  'meter',
  'submission',
  'payment',
  'request',
  'appointment',
  'organisation',
  'person',
])
export type SearchKind = z.infer<typeof SearchKind>

/** What of the query it answers; `similar` has an address that only looks like the typed one. */
export const FoundBy = z.enum(['number', 'address', 'similar', 'holder', 'contact', 'contract', 'name'])
export type FoundBy = z.infer<typeof FoundBy>

export const FoundThing = z.object({
  /** Of the page that shows it: the account of a meter, of a submission, of a payment; the office of an appointment. */
  id: z.uuid(),
  /** The day that the page shows, where it is one of days. */
  day: z.optional(IsoDate),
  /** What it is known by: a number, a name. */
  name: z.string(),
  /** Where it is, or by what else it is known. */
  place: z.string(),
  /** Whose it is; empty when that is not known, or not for this role. */
  person: z.string(),
  foundBy: FoundBy,
  /** A closed account or request, a meter that was taken out, a cancelled appointment, a person who may not enter. */
  isOver: z.boolean(),
})
export type FoundThing = z.infer<typeof FoundThing>

/** `hasMore`: these are not all; say more in the query. */
export const FoundGroup = z.object({ kind: SearchKind, found: z.array(FoundThing), hasMore: z.boolean() })
export type FoundGroup = z.infer<typeof FoundGroup>

export const FoundGroups = z.object({ groups: z.array(FoundGroup) })
export type FoundGroups = z.infer<typeof FoundGroups>

export const searchConsole = {
  method: 'GET',
  url: '/staff/search',
  config: { access: 'staff', roles: ['operator', 'clerk', 'inspector', 'administrator'] },
  schema: {
    summary: 'Whatever the typed words can mean, by kinds; each role finds what it may see',
    tags: ['staff'],
    querystring: z.object({ query: text(120) }),
    response: { 200: FoundGroups },
  },
} as const satisfies Endpoint
