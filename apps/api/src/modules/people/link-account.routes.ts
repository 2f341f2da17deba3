import * as contract from '@rodnik/contract/my-accounts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { linkAccount } from './link-account.service.ts'
import { createLinkLimits } from './link-limits.ts'

export const linkRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  const linkLimits = createLinkLimits(deps.pool)

  app.route({
    ...contract.linkAccount,
    handler: async (request, reply) => {
      const visitor = { userId: actorOf(request).userId, ip: request.ip }
      return reply.code(201).send(await linkAccount({ ...deps, linkLimits }, request.body, visitor))
    },
  })
}
