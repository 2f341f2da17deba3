import underPressure from '@fastify/under-pressure'
import fp from 'fastify-plugin'
import { AppError } from './errors.ts'

/**
 * Turns visitors away with a 503 while the process cannot keep up, so that those inside are served.
 * A full pool of database connections does the same by itself, see db.ts. Health checks are always answered.
 */
export const backpressure = fp<{ maxEventLoopDelayMs: number }>(async (app, { maxEventLoopDelayMs }) => {
  await app.register(underPressure, {
    maxEventLoopDelay: maxEventLoopDelayMs,
    pressureHandler: (request) => {
      if (!request.url.startsWith('/health/')) throw new AppError('unavailable', { retryAfterSeconds: 3 })
    },
  })
})
