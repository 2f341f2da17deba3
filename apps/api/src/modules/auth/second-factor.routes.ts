import * as contract from '@rodnik/contract/sessions'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { giveSessionCookies, type SessionTokens } from '../../platform/access-token.ts'
import { actorOf } from '../../platform/actor.ts'
import { AppError } from '../../platform/errors.ts'
import { confirmSecondFactor, giveSecondFactor, offerSecondFactor } from './second-factor.service.ts'
import { findSession } from './users.repo.ts'

async function admit(reply: FastifyReply, tokens: SessionTokens): Promise<contract.Session> {
  const session = await findSession(reply.server.deps.db, tokens.sessionId)
  if (!session) throw new AppError('sign_in_required')
  giveSessionCookies(reply, tokens)
  return session
}

/** The second factor of staff (ASVS 6.3.3): TOTP of an app, or a recovery code. */
export const secondFactorRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.offerSecondFactor,
    handler: async (request, reply) => reply.code(201).send(await offerSecondFactor(deps, actorOf(request))),
  })

  app.route({
    ...contract.confirmSecondFactor,
    handler: async (request, reply) => {
      const { tokens, recoveryCodes } = await confirmSecondFactor(deps, actorOf(request), request.body.code)
      return { session: await admit(reply, tokens), recoveryCodes }
    },
  })

  app.route({
    ...contract.giveSecondFactor,
    handler: async (request, reply) =>
      admit(reply, await giveSecondFactor(deps, actorOf(request), request.body)),
  })
}
