import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { Instant, IsoDate } from './primitives.ts'
import { ReferenceRow } from './reference.ts'
import { ReferenceKindName } from './reference-kinds.ts'

export const ReferenceValue = z.object({
  row: ReferenceRow,
  /** The day before the next value of its subject; null where none is known. */
  validTo: z.nullable(IsoDate),
  /** The member of staff; null: it came with a file. */
  recordedBy: z.nullable(z.string()),
  recordedAt: Instant,
})
export type ReferenceValue = z.infer<typeof ReferenceValue>

export const listReference = {
  method: 'GET',
  url: '/staff/reference',
  config: { access: 'staff', roles: ['operator', 'clerk', 'inspector', 'administrator'] },
  schema: {
    summary: 'Tariffs, norms, rates, terms and rules with their days, newest first',
    tags: ['staff'],
    querystring: z.object({ kind: z.optional(ReferenceKindName) }),
    response: {
      200: z.object({
        today: IsoDate,
        /** A new value may hold from this day on. */
        openFrom: IsoDate,
        values: z.array(ReferenceValue),
      }),
    },
  },
} as const satisfies Endpoint

export const addReferenceRow = {
  method: 'POST',
  url: '/staff/reference',
  config: { access: 'staff', roles: ['clerk', 'administrator'] },
  schema: {
    summary: 'A value that holds from a day on',
    tags: ['staff'],
    body: ReferenceRow,
    response: { 201: ReferenceRow },
  },
} as const satisfies Endpoint

/** What holds already stays: bills may rest on it. */
export const withdrawReferenceRow = {
  method: 'DELETE',
  url: '/staff/reference/:kind/:validFrom',
  config: { access: 'staff', roles: ['clerk', 'administrator'] },
  schema: {
    summary: 'Withdraw a value that does not hold yet',
    tags: ['staff'],
    params: z.object({ kind: ReferenceKindName, validFrom: IsoDate }),
    querystring: z.object({
      /** What the value is of: its subject fields in order, joined by spaces. */
      subject: z.optional(z.string().check(z.regex(/^[a-z0-9_]+( [a-z0-9_]+)?$/), z.maxLength(100))),
    }),
    response: { 204: z.null() },
  },
} as const satisfies Endpoint
