import * as contract from '@rodnik/contract/esia'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { findActor } from '../../platform/actor.ts'
import { addressGroup } from '../../platform/client-address.ts'
import { strictCookie } from '../../platform/cookies.ts'
import { AppError } from '../../platform/errors.ts'
import { randomCode } from '../../platform/secrets.ts'
import { sharedCounter } from '../../platform/shared-counter.ts'
import { deviceName } from './device-name.ts'
import { beginEsia, registerByEsia, returnFromEsia, type Ticket } from './esia.service.ts'
import { replaceSession } from './sessions.routes.ts'

/** The page that Gosuslugi sends the browser to posts the answer itself, so this cookie may be strict. */
const cookieOf = (publicUrl: string) => strictCookie(publicUrl, 'rodnik-esia')
/** Time to sign in there, and then to read the consent here. */
const COOKIE_SECONDS = 20 * 60

function giveTicket(reply: FastifyReply, { attemptId, browserSecret }: Ticket) {
  const { name, options } = cookieOf(reply.server.deps.env.PUBLIC_URL)
  return reply.setCookie(name, `${attemptId}.${browserSecret}`, { ...options, maxAge: COOKIE_SECONDS })
}

function ticketOf(request: FastifyRequest): Ticket | undefined {
  const value = request.cookies[cookieOf(request.server.deps.env.PUBLIC_URL).name] ?? ''
  const [, attemptId, browserSecret] = /^([\da-f-]{36})\.([\w-]{22})$/.exec(value) ?? []
  return attemptId && browserSecret ? { attemptId, browserSecret } : undefined
}

const QUARTER_SECONDS = 900
/** Each asks Gosuslugi, and the direct protocol a signing service too; an office shares one address. */
const ATTEMPTS_PER_QUARTER = 60

const deviceOf = (request: FastifyRequest) => deviceName(request.headers['user-agent'])

/** Entry by Gosuslugi: there, back, and a profile for newcomers. */
export const esiaRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  const attempts = sharedCounter(deps.pool, 'esia-attempts', QUARTER_SECONDS)

  app.route({
    ...contract.beginEsia,
    handler: async (request, reply) => {
      const { consumedPoints, msBeforeNext } = await attempts.penalty(addressGroup(request.ip))
      if (consumedPoints > ATTEMPTS_PER_QUARTER) {
        throw new AppError('too_many_attempts', { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) })
      }
      const browserSecret = randomCode()
      const actor = request.body.purpose === 'link' ? await findActor(request) : null
      const { attemptId, redirectTo } = await beginEsia(deps, request.body, { actor, browserSecret })
      giveTicket(reply, { attemptId, browserSecret })
      return reply.code(201).send({ redirectTo })
    },
  })

  app.route({
    ...contract.returnFromEsia,
    handler: async (request, reply) => {
      const answer = await returnFromEsia(deps, request.body, {
        ticket: ticketOf(request),
        actor: await findActor(request),
        device: deviceOf(request),
      })
      if (answer.outcome !== 'signed_in') return answer
      return { outcome: 'signed_in' as const, session: await replaceSession(request, reply, answer.tokens) }
    },
  })

  app.route({
    ...contract.registerByEsia,
    handler: async (request, reply) => {
      const tokens = await registerByEsia(deps, request.body, {
        ticket: ticketOf(request),
        device: deviceOf(request),
      })
      return reply.code(201).send(await replaceSession(request, reply, tokens))
    },
  })
}
