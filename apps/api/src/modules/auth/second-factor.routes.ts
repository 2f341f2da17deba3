import * as contract from '@rodnik/contract/sessions'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { confirmSecondFactor, giveSecondFactor, offerSecondFactor } from './second-factor.service.ts'
import { admitSession } from './sessions.routes.ts'

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
      return { session: await admitSession(request, reply, tokens), recoveryCodes }
    },
  })

  app.route({
    ...contract.giveSecondFactor,
    handler: async (request, reply) =>
      admitSession(request, reply, await giveSecondFactor(deps, actorOf(request), request.body)),
  })
}
