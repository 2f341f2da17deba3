import * as contract from '@rodnik/contract/recalculations'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { previewRecalculation } from './preview.service.ts'
import { addRecalculation, recalculationsOf, withdrawRecalculation } from './recalculations.service.ts'

/** Corrections of final months, as clerks ask for them; the next draft charges them. */
export const recalculationRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listRecalculations,
    handler: (request) => recalculationsOf(deps, request.params.id),
  })

  app.route({
    ...contract.previewRecalculation,
    handler: (request) => previewRecalculation(deps, request.params.id, request.body.facts),
  })

  app.route({
    ...contract.addRecalculation,
    handler: async (request, reply) => {
      const { facts, reason } = request.body
      const id = await addRecalculation(deps, actorOf(request), {
        accountId: request.params.id,
        facts,
        reason,
      })
      return reply.code(201).send({ id })
    },
  })

  app.route({
    ...contract.withdrawRecalculation,
    handler: async (request, reply) => {
      const { id: accountId, recalculationId: id } = request.params
      await withdrawRecalculation(deps, actorOf(request), { accountId, id, reason: request.body.reason })
      return reply.code(204).send(null)
    },
  })
}
