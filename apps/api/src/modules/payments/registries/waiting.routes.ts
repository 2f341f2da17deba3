import * as contract from '@rodnik/contract/staff-unmatched'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { matchPayment, returnPayment, suggestedAccounts, waitingPayments } from './waiting.service.ts'

/** Money that nobody knows the account of, as clerks see it. */
export const waitingRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listWaitingPayments,
    handler: (request) => waitingPayments(deps, request.query),
  })

  app.route({
    ...contract.suggestAccounts,
    handler: (request) => suggestedAccounts(deps, request.params.id),
  })

  app.route({
    ...contract.matchPayment,
    handler: async (request, reply) => {
      const { accountNumber, reason } = request.body
      await matchPayment(deps, { id: request.params.id, actor: actorOf(request), reason }, accountNumber)
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...contract.returnPayment,
    handler: async (request, reply) => {
      const { reason } = request.body
      await returnPayment(deps, { id: request.params.id, actor: actorOf(request), reason })
      return reply.code(204).send(null)
    },
  })
}
