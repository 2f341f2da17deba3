import * as contract from '@rodnik/contract/staff-people'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf, auditName } from '../../platform/actor.ts'
import * as service from './members.service.ts'

const by = (request: FastifyRequest) => ({ by: auditName(actorOf(request)) })

/** Members of staff, their roles and their way in; for administrators. */
export const memberDeskRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({ ...contract.listMembers, handler: async () => ({ members: await service.members(deps) }) })

  app.route({
    ...contract.addMember,
    handler: async (request, reply) =>
      reply.code(201).send(await service.addMember(deps, request.body, by(request))),
  })

  app.route({
    ...contract.giveRoles,
    handler: (request) => service.giveRoles(deps, { ...request.params, ...request.body }, by(request)),
  })

  app.route({
    ...contract.disableMember,
    handler: (request) => service.disableMember(deps, { ...request.params, ...request.body }, by(request)),
  })

  app.route({
    ...contract.enableMember,
    handler: (request) => service.enableMember(deps, { ...request.params, ...request.body }, by(request)),
  })

  app.route({
    ...contract.resetSecondFactor,
    handler: (request) =>
      service.resetSecondFactor(deps, { ...request.params, ...request.body }, by(request)),
  })

  app.route({
    ...contract.resetMemberPassword,
    handler: (request) =>
      service.resetMemberPassword(deps, { ...request.params, ...request.body }, by(request)),
  })
}
