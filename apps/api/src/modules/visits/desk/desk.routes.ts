import * as contract from '@rodnik/contract/staff-visits'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { changeForCaller, visitsForStaff } from './caller-visits.service.ts'
import { assignVisits, dayVisits } from './day-visits.service.ts'
import { addException, removeException, visitExceptions } from './exceptions.service.ts'

/** Visits as the office plans them. */
export const visitDeskRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listDayVisits,
    handler: (request) => dayVisits(deps, actorOf(request), request.query),
  })

  app.route({
    ...contract.assignVisits,
    handler: async (request) => ({ assigned: await assignVisits(deps, actorOf(request), request.body) }),
  })

  app.route({
    ...contract.showRequestVisits,
    handler: (request) => visitsForStaff(deps, actorOf(request), request.params.id),
  })

  app.route({
    ...contract.changeRequestVisit,
    handler: (request) =>
      changeForCaller(deps, actorOf(request), {
        requestId: request.params.id,
        key: request.headers['idempotency-key'],
        wish: request.body,
      }),
  })

  app.route({
    ...contract.listVisitExceptions,
    handler: async () => ({ exceptions: await visitExceptions(deps) }),
  })

  app.route({
    ...contract.addVisitException,
    handler: async (request, reply) =>
      reply.code(201).send(await addException(deps, actorOf(request), request.body)),
  })

  app.route({
    ...contract.removeVisitException,
    handler: async (request, reply) => {
      await removeException(deps, actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  })
}
