import cookie from '@fastify/cookie'
import Fastify, { type FastifyServerOptions, LogController } from 'fastify'
import { accessTokens } from '../platform/access-token.ts'
import { actorAccess } from '../platform/actor.ts'
import { backpressure } from '../platform/backpressure.ts'
import type { Deps } from '../platform/deps.ts'
import type { Env } from '../platform/env.ts'
import { foreignObjects } from '../platform/foreign-objects.ts'
import { guestAccess } from '../platform/guest.ts'
import { http, sendProblem } from '../platform/http.ts'
import { integratorAccess } from '../platform/integrators/integrator.ts'
import { integratorTokens } from '../platform/integrators/integrator-token.ts'
import { requestLog } from '../platform/request-log.ts'
import { securityHeaders } from '../platform/security-headers.ts'
import { everyRoute } from './every-route.ts'
import { health } from './health.ts'
import { reference } from './reference.ts'
import { spa } from './spa.ts'

export type AppOptions = Pick<Env, 'TRUST_PROXY' | 'CONTRACT_VALIDATION' | 'STATIC_DIR'> & {
  logger: NonNullable<FastifyServerOptions['loggerInstance']> | false
  /** How late the event loop may run before visitors are asked to come back; 0: they never are. */
  maxEventLoopDelayMs: number
}

const API = { prefix: '/api/v1' }

/** The whole server as a value: main.ts listens on it, tests inject into it. */
export async function buildApp(deps: Deps, options: AppOptions) {
  const app = Fastify({
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
    // request-log.ts writes the one line a request gets.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.TRUST_PROXY.length > 0 ? options.TRUST_PROXY : false,
    bodyLimit: 64 * 1024,
    requestTimeout: 20_000,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
    // An address that cannot be decoded never reaches a route, and so not the error handler either.
    frameworkErrors: (_error, request, reply) => void sendProblem(request, reply, ['invalid_request', {}]),
  })
  await app.register(http, { deps, validation: options.CONTRACT_VALIDATION })
  await app.register(requestLog)
  await app.register(backpressure, { maxEventLoopDelayMs: options.maxEventLoopDelayMs })
  await app.register(health)
  await app.register(reference)
  await app.register(async (api) => {
    await api.register(securityHeaders, {
      publicUrl: deps.env.PUBLIC_URL,
      hasTrustedProxy: options.TRUST_PROXY.length > 0,
    })
    await api.register(cookie)
    await api.register(guestAccess)
    await api.register(accessTokens)
    await api.register(actorAccess)
    await api.register(integratorTokens)
    await api.register(integratorAccess)
    await api.register(foreignObjects)
    await api.register(everyRoute, API)
  })
  await app.register(spa, { directory: options.STATIC_DIR, publicUrl: deps.env.PUBLIC_URL })
  return app
}
