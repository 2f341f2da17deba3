import * as contract from '@rodnik/contract/staff-offices'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import * as service from './schedules.service.ts'
import * as topics from './topics.service.ts'

/** Offices, their hours and posts, and what one can come about: as administrators change them. */
export const scheduleRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listStaffOffices,
    handler: async () => ({ offices: await service.listOffices(deps) }),
  })

  app.route({
    ...contract.showSchedule,
    handler: (request) => service.scheduleOf(deps.db, request.params.id),
  })

  app.route({
    ...contract.previewSchedule,
    handler: async (request) => ({
      outside: await service.previewPlan(deps, request.params.id, request.body),
    }),
  })

  app.route({
    ...contract.changeSchedule,
    handler: (request) =>
      service.changeSchedule(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...contract.addOffice,
    handler: async (request, reply) =>
      reply.code(201).send(await service.addOffice(deps, actorOf(request), request.body)),
  })

  app.route({ ...contract.listTopics, handler: async () => ({ topics: await topics.listTopics(deps) }) })

  app.route({
    ...contract.addTopic,
    handler: async (request, reply) =>
      reply.code(201).send(await topics.addTopic(deps, actorOf(request), request.body)),
  })

  app.route({
    ...contract.changeTopic,
    handler: (request) => topics.changeTopic(deps, actorOf(request), { ...request.params, ...request.body }),
  })
}
