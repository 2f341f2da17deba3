import * as contract from '@rodnik/contract/staff-appointments'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import * as service from './desk.service.ts'
import { showQueue } from './queue.service.ts'

/** The people of a day, as the counter sees them. */
export const appointmentDeskRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({ ...contract.showQueue, handler: (request) => showQueue(deps, request.query) })

  app.route({
    ...contract.bookForCaller,
    handler: async (request, reply) => {
      const wish = { ...request.body, key: request.headers['idempotency-key'] }
      return reply.code(201).send(await service.bookForCaller(deps, actorOf(request), wish))
    },
  })

  app.route({
    ...contract.moveForCaller,
    handler: (request) =>
      service.moveForCaller(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...contract.cancelForCaller,
    handler: (request) =>
      service.cancelForCaller(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...contract.takeStep,
    handler: (request) => service.takeStep(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...contract.sayLate,
    handler: async (request) => ({
      told: await service.sayLate(deps, actorOf(request), { ...request.params, ...request.body }),
    }),
  })
}
