import * as contract from '@rodnik/contract/helpers'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { acceptInvitation, lookAtInvitation } from './invitations.service.ts'

export const invitationRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.lookAtInvitation,
    handler: async (request) => lookAtInvitation(deps, actorOf(request).userId, request.body.token),
  })

  app.route({
    ...contract.acceptInvitation,
    handler: async (request) => ({
      accountId: await acceptInvitation(deps, actorOf(request).userId, request.body.token),
    }),
  })
}
