import { STATUS_CODES } from 'node:http'
import type { Access, IntegratorScope, StaffRole } from '@rodnik/contract/endpoint'
import { type Problem, type ProblemCode, statusOf } from '@rodnik/contract/problem'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'
import { isDatabaseOutage } from './outage.ts'
import { compilers, ValidationError, wrongFields } from './validation.ts'

declare module 'fastify' {
  interface FastifyInstance {
    deps: Deps
  }
  interface FastifyContextConfig {
    access?: Access
    /** For `staff`: whoever has one of them. */
    roles?: readonly StaffRole[]
    /** For `integrator`: what its token must have. */
    scope?: IntegratorScope
  }
}

/** What Fastify itself refuses before a handler runs, in our codes. */
const codeOfStatus: Record<number, ProblemCode> = {
  404: 'not_found',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  503: 'unavailable',
}

export function toProblem(
  error: FastifyError | AppError | ValidationError,
): [ProblemCode, AppError['details']] {
  if (error instanceof AppError) return [error.code, error.details]
  if (error instanceof ValidationError) return ['invalid_request', { fields: wrongFields(error.issues) }]
  if (isDatabaseOutage(error)) return ['unavailable', { retryAfterSeconds: 3 }]
  const status = error.statusCode ?? 500
  const code = codeOfStatus[status] ?? (status >= 400 && status < 500 ? 'invalid_request' : 'internal_error')
  return [code, code === 'unavailable' ? { retryAfterSeconds: 3 } : {}]
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  [code, details]: [ProblemCode, AppError['details']],
) {
  const status = statusOf[code]
  const problem: Problem = {
    type: `urn:rodnik:problem:${code}`,
    title: STATUS_CODES[status] ?? code,
    status,
    code,
    instance: request.id,
    ...details,
  }
  if (details.retryAfterSeconds !== undefined) reply.header('retry-after', details.retryAfterSeconds)
  return reply.code(status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

/** Contract validation and RFC 9457 answers for everything that is registered after it. */
export const http = fp<{ deps: Deps; validation: 'compiled' | 'plain' }>(
  async (app, { deps, validation }) => {
    app.decorate('deps', deps)
    const { validatorCompiler, serializerCompiler } = compilers(validation)
    app.setValidatorCompiler(validatorCompiler)
    app.setSerializerCompiler(serializerCompiler)
    app.removeContentTypeParser('text/plain')

    app.addHook('onRoute', (route) => {
      if (!route.url.startsWith('/api/v1/') || route.method === 'OPTIONS') return
      const { access, roles = [], scope } = route.config ?? {}
      const isOpenEnded =
        (access === 'staff' && roles.length === 0) || (access === 'integrator' && scope === undefined)
      if (!access || isOpenEnded) {
        throw new Error(`${String(route.method)} ${route.url} does not say who may call it`)
      }
    })

    app.setErrorHandler((error: FastifyError | AppError | ValidationError, request, reply) => {
      const problem = toProblem(error)
      if (statusOf[problem[0]] >= 500) request.log.error({ err: error }, 'request failed')
      return sendProblem(request, reply, problem)
    })
  },
)
