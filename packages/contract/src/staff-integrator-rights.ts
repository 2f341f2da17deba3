import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { IsoDate, text } from './primitives.ts'
import { GrantTarget, IntegratorCard } from './staff-integrators.ts'
import { Reason } from './staff-people.ts'

const config = { access: 'staff', roles: ['administrator'] } as const
const tags = ['staff'] as const
const params = z.object({ id: z.uuid() })

/** The secret, shown once; null when this very wish had been answered before: nothing keeps a secret. */
export const CardWithSecret = z.object({ integrator: IntegratorCard, secret: z.nullable(z.string()) })
export type CardWithSecret = z.infer<typeof CardWithSecret>

export const NewSecret = z.strictObject({
  /** The last day on which it is good; null: until it is taken back. */
  until: z.nullable(IsoDate),
})
export type NewSecret = z.infer<typeof NewSecret>

export const issueSecret = {
  method: 'POST',
  url: '/staff/integrators/:id/secrets',
  config,
  schema: {
    summary:
      'A secret of a program, shown once; a second one may live beside the first while it is put in place',
    tags,
    params,
    headers: z.object({ 'idempotency-key': z.string().check(z.regex(/^[\w.:~-]{8,128}$/)) }),
    body: NewSecret,
    response: { 201: CardWithSecret },
  },
} as const satisfies Endpoint

export const endSecret = {
  method: 'POST',
  url: '/staff/integrators/:id/secrets/:secretId/end',
  config,
  schema: {
    summary: 'Take a secret back: it and every token made with it end at once',
    tags,
    params: z.object({ id: z.uuid(), secretId: z.uuid() }),
    body: Reason,
    response: { 200: IntegratorCard },
  },
} as const satisfies Endpoint

export const NewGrant = z.strictObject({
  target: GrantTarget,
  /** What it rests on. */
  document: text(300),
  from: IsoDate,
  until: z.nullable(IsoDate),
})
export type NewGrant = z.infer<typeof NewGrant>

export const grantAccounts = {
  method: 'POST',
  url: '/staff/integrators/:id/grants',
  config,
  schema: {
    summary: 'Let a program ask about an account, the accounts of an organisation or those of a house',
    tags,
    params,
    body: NewGrant,
    response: { 201: IntegratorCard },
  },
} as const satisfies Endpoint

export const endGrant = {
  method: 'POST',
  url: '/staff/integrators/:id/grants/:grantId/end',
  config,
  schema: {
    summary: 'End a grant: its accounts are not found any more, at once',
    tags,
    params: z.object({ id: z.uuid(), grantId: z.uuid() }),
    body: Reason,
    response: { 200: IntegratorCard },
  },
} as const satisfies Endpoint
