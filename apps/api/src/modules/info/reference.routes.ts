import * as contract from '@rodnik/contract/staff-reference'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { addReferenceRow, referenceValues, withdrawReferenceRow } from './reference.service.ts'

/** Tariffs, norms, rates, terms and rules, as the staff see and change them. */
export const referenceRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({ ...contract.listReference, handler: (request) => referenceValues(deps, request.query.kind) })

  app.route({
    ...contract.addReferenceRow,
    handler: async (request, reply) =>
      reply.code(201).send(await addReferenceRow(deps, actorOf(request), request.body)),
  })

  app.route({
    ...contract.withdrawReferenceRow,
    handler: async (request, reply) => {
      const key = { ...request.params, subject: request.query.subject ?? '' }
      await withdrawReferenceRow(deps, actorOf(request), key)
      return reply.code(204).send(null)
    },
  })
}
