import * as contract from '@rodnik/contract/staff-payments'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { askRefund, creditedPayments, transferPayment } from './corrections.service.ts'

/** Money that was paid by mistake, as clerks put it right. */
export const correctionRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listCreditedPayments,
    handler: async (request) => ({ payments: await creditedPayments(deps, request.params.id) }),
  })

  app.route({
    ...contract.refundPayment,
    handler: async (request, reply) => {
      const { id: accountId, transaction: transactionId } = request.params
      const id = await askRefund(deps, actorOf(request), {
        accountId,
        transactionId,
        key: request.headers['idempotency-key'],
        ...request.body,
      })
      return reply.code(202).send({ id })
    },
  })

  app.route({
    ...contract.transferPayment,
    handler: async (request, reply) => {
      const { id: accountId, transaction: transactionId } = request.params
      const id = await transferPayment(deps, actorOf(request), {
        accountId,
        transactionId,
        key: request.headers['idempotency-key'],
        ...request.body,
      })
      return reply.code(201).send({ id })
    },
  })
}
