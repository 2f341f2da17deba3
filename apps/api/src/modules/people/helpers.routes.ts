import * as contract from '@rodnik/contract/helpers'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import {
  changeHelper,
  inviteHelper,
  listHelpers,
  removeHelper,
  takeInvitationBack,
} from './helpers.service.ts'

export const helperRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listHelpers,
    handler: async (request) => listHelpers(deps, { ...actorOf(request), ...request.params }),
  })

  app.route({
    ...contract.inviteHelper,
    handler: async (request, reply) => {
      const owned = { userId: actorOf(request).userId, accountId: request.params.accountId }
      return reply.code(201).send(await inviteHelper(deps, owned, request.body))
    },
  })

  app.route({
    ...contract.changeHelper,
    handler: async (request) => {
      const { accountId, helperId } = request.params
      const owned = { userId: actorOf(request).userId, accountId }
      return changeHelper(deps, owned, { ...request.body, helperId })
    },
  })

  app.route({
    ...contract.endHelper,
    handler: async (request, reply) => {
      const { accountId, helperId } = request.params
      await removeHelper(deps, { userId: actorOf(request).userId, accountId }, helperId)
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...contract.withdrawInvitation,
    handler: async (request, reply) => {
      const { accountId, invitationId } = request.params
      await takeInvitationBack(deps, { userId: actorOf(request).userId, accountId }, invitationId)
      return reply.code(204).send(null)
    },
  })
}
