import * as contract from '@rodnik/contract/profile'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { dropSessionCookies } from '../../platform/access-token.ts'
import { actorOf } from '../../platform/actor.ts'
import { deleteProfile } from './delete-profile.service.ts'
import { askForEmailChange, cancelEmailChange, confirmEmail } from './email-change.service.ts'
import { findProfile } from './profile.repo.ts'
import { changeProfile, unlinkGosuslugi } from './profile.service.ts'

export const profileRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.showProfile,
    handler: async (request) => findProfile(deps.db, actorOf(request).userId),
  })

  app.route({
    ...contract.changeProfile,
    handler: async (request) => changeProfile(deps, actorOf(request), request.body),
  })

  app.route({
    ...contract.askForEmailChange,
    handler: async (request, reply) => {
      await askForEmailChange(deps, actorOf(request), request.body)
      return reply.code(202).send({ accepted: true as const })
    },
  })

  app.route({
    ...contract.cancelEmailChange,
    handler: async (request, reply) => {
      await cancelEmailChange(deps, actorOf(request).userId)
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...contract.confirmEmail,
    handler: async (request) => ({ outcome: await confirmEmail(deps, request.body.token) }),
  })

  app.route({
    ...contract.unlinkGosuslugi,
    handler: async (request, reply) => {
      await unlinkGosuslugi(deps, actorOf(request))
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...contract.deleteProfile,
    handler: async (request, reply) => {
      await deleteProfile(deps, actorOf(request), request.body.password)
      return dropSessionCookies(reply).code(204).send(null)
    },
  })
}
