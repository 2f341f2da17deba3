import type { FastifyReply } from 'fastify'
import { MINUTE } from '../attempt-limits.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { sharedCounter } from '../shared-counter.ts'

type Limited = { integratorId: string; requestsPerMinute: number }

/**
 * How many requests a minute each integrator may make, all instances together. Every answer says what is left
 * (draft-ietf-httpapi-ratelimit-headers), so each request is counted by itself; it costs one write of an unlogged row.
 * @returns a function that counts one request. It throws too_many_attempts for the integrator that is over its rate
 */
export function openIntegratorRate(pool: Deps['pool']) {
  const counter = sharedCounter(pool, 'integrators', MINUTE)
  return async ({ integratorId, requestsPerMinute }: Limited, reply: FastifyReply): Promise<void> => {
    const { consumedPoints, msBeforeNext } = await counter.penalty(integratorId, 1)
    const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000))
    const left = Math.max(0, requestsPerMinute - consumedPoints)
    reply.headers({
      'ratelimit-policy': `"integrator";q=${requestsPerMinute};w=${MINUTE}`,
      ratelimit: `"integrator";r=${left};t=${seconds}`,
    })
    if (consumedPoints > requestsPerMinute) {
      throw new AppError('too_many_attempts', { retryAfterSeconds: seconds })
    }
  }
}
