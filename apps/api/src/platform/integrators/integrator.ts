import type { EndpointConfig, IntegratorScope } from '@rodnik/contract/endpoint'
import type { ProblemCode } from '@rodnik/contract/problem'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { openCallLog } from './integrator-calls.ts'
import { openIntegratorRate } from './integrator-rate.ts'
import { integratorClaims } from './integrator-token.ts'

/** A program that calls, by a secret that lives at this moment. */
export type Integrator = { integratorId: string; requestsPerMinute: number; scopes: readonly string[] }

declare module 'fastify' {
  interface FastifyRequest {
    integrator: Integrator | null
  }
}

/** The program and what it may do now; no row: it is disabled, or the secret of the token has ended. */
const LIVE_INTEGRATOR = {
  name: 'live-integrator',
  text: `
    SELECT i.id AS "integratorId", i.requests_per_minute AS "requestsPerMinute", i.scopes
    FROM live_integrator_secrets s JOIN integrators i ON i.id = s.integrator_id
    WHERE s.id = $1::uuid AND i.id = $2::uuid AND i.disabled_at IS NULL`,
}

async function findIntegrator(request: FastifyRequest): Promise<Integrator | null> {
  const claims = integratorClaims(request)
  if (!claims) return null
  const { pool }: Deps = request.server.deps
  const { rows } = await pool.query<Integrator>({ ...LIVE_INTEGRATOR, values: [claims.sec, claims.sub] })
  const [row] = rows
  if (!row) return null
  // What the token had and the agreement has lost is lost at once.
  const asked = claims.scope.split(' ')
  return { ...row, scopes: row.scopes.filter((scope) => asked.includes(scope)) }
}

/** RFC 6750, 3. Without a token there is no error to name. */
function refusal(request: FastifyRequest, reply: FastifyReply, code: ProblemCode, scope: IntegratorScope) {
  const error = code === 'scope_missing' ? 'insufficient_scope' : 'invalid_token'
  const isNamed = request.headers.authorization !== undefined
  reply.header(
    'www-authenticate',
    `Bearer realm="rodnik"${isNamed ? `, error="${error}"` : ''}, scope="${scope}"`,
  )
  return new AppError(code)
}

/** The check that every endpoint of programs passes before anything else; each of its answers is counted. */
export const integratorAccess = fp(async (app) => {
  const takeOne = openIntegratorRate(app.deps.pool)
  const calls = openCallLog(app.deps)
  app.decorateRequest('integrator', null)
  app.addHook('onRequest', async (request, reply) => {
    const config = request.routeOptions.config as Partial<EndpointConfig>
    if (config.access !== 'integrator' || config.scope === undefined) return
    const found = await findIntegrator(request)
    if (!found) throw refusal(request, reply, 'token_refused', config.scope)
    request.integrator = found
    await takeOne(found, reply)
    if (!found.scopes.includes(config.scope)) throw refusal(request, reply, 'scope_missing', config.scope)
  })
  app.addHook('onResponse', async (request, reply) => {
    if (request.integrator) calls.note(request.integrator.integratorId, reply.statusCode)
  })
  app.addHook('onClose', () => calls.flush())
})

/** The program of an endpoint that asks for one; the access hook has looked before. */
export function integratorOf(request: FastifyRequest): Integrator {
  if (!request.integrator)
    throw new Error(`${request.routeOptions.url ?? '?'} is not an endpoint of integrators`)
  return request.integrator
}

/** As audit events name them. */
export const integratorName = ({ integratorId }: Pick<Integrator, 'integratorId'>): string =>
  `integrator:${integratorId}`
