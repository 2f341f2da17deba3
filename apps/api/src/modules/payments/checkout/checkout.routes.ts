import * as contract from '@rodnik/contract/payments'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { AppError } from '../../../platform/errors.ts'
import { guestOf } from '../../../platform/guest.ts'
import { loadOffer } from './offer.service.ts'
import { paymentIdOf } from './payment-code.ts'
import { toView } from './payment-view.ts'
import { askSoon, findPayment } from './payments.repo.ts'
import { startPayment } from './start-payment.service.ts'

export const checkoutRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.showMyPaymentOffer,
    handler: (request) => loadOffer(deps, { userId: actorOf(request).userId }),
  })

  app.route({
    ...contract.showPaymentOffer,
    handler: (request) => loadOffer(deps, guestOf(request)),
  })

  app.route({
    ...contract.startMyPayment,
    handler: async (request, reply) => {
      const payer = { userId: actorOf(request).userId }
      const { body, headers } = request
      return reply.code(201).send(await startPayment(deps, { payer, key: headers['idempotency-key'], body }))
    },
  })

  app.route({
    ...contract.startPayment,
    handler: async (request, reply) => {
      const payer = { sessionId: guestOf(request).sessionId }
      const { body, headers } = request
      return reply.code(201).send(await startPayment(deps, { payer, key: headers['idempotency-key'], body }))
    },
  })

  app.route({
    ...contract.showPayment,
    handler: async (request) => {
      const id = paymentIdOf(deps.env.SESSION_SECRET, request.params.code)
      const payment = id === undefined ? undefined : await findPayment(deps.pool, id)
      if (!payment) throw new AppError('not_found')
      if (payment.state === 'created' || payment.state === 'pending') await askSoon(deps.pool, payment.id)
      return toView(payment)
    },
  })
}
