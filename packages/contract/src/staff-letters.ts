import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { Instant } from './primitives.ts'
import { Cursor } from './staff-audit.ts'

/** waiting: it should have left minutes ago. rejected, bounced: the mailbox refused. failed: given up. */
export const TroubledState = z.enum(['waiting', 'rejected', 'bounced', 'failed'])
export type TroubledState = z.infer<typeof TroubledState>

export const TroubledLetter = z.object({
  id: z.uuid(),
  to: z.string(),
  template: z.string(),
  state: TroubledState,
  /** In the words of the mail server. */
  reason: z.nullable(z.string()),
  attempts: z.int(),
  createdAt: Instant,
  nextAttemptAt: z.nullable(Instant),
})
export type TroubledLetter = z.infer<typeof TroubledLetter>

const config = { access: 'staff', roles: ['operator', 'administrator'] } as const

export const listTroubledLetters = {
  method: 'GET',
  url: '/staff/letters',
  config,
  schema: {
    summary: 'Letters that did not arrive or wait too long, newest first',
    tags: ['staff'],
    querystring: z.object({ state: z.optional(TroubledState), cursor: z.optional(Cursor) }),
    response: { 200: z.object({ letters: z.array(TroubledLetter), nextCursor: z.nullable(Cursor) }) },
  },
} as const satisfies Endpoint

/** Only while it waits: what a letter was made of is wiped when its way has ended. */
export const retryLetter = {
  method: 'POST',
  url: '/staff/letters/:id/retry',
  config,
  schema: {
    summary: 'Try a waiting letter again now',
    tags: ['staff'],
    params: z.object({ id: z.uuid() }),
    response: { 204: z.null() },
  },
} as const satisfies Endpoint
