import * as rights from '@rodnik/contract/staff-integrator-rights'
import * as contract from '@rodnik/contract/staff-integrators'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import * as service from './desk.service.ts'
import { grantAccounts, takeGrantBack } from './grants.service.ts'
import { issueSecret, takeSecretBack } from './secrets.service.ts'

/** Programs as administrators let them in. */
export const integratorDeskRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({ ...contract.listIntegrators, handler: () => service.integrators(deps) })

  app.route({
    ...contract.addIntegrator,
    handler: async (request, reply) =>
      reply.code(201).send(await service.addIntegrator(deps, actorOf(request), request.body)),
  })

  app.route({ ...contract.showIntegrator, handler: (request) => service.showCard(deps, request.params.id) })

  app.route({
    ...contract.changeIntegrator,
    handler: (request) =>
      service.changeIntegrator(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...contract.disableIntegrator,
    handler: (request) =>
      service.switchTo(deps, actorOf(request), { ...request.params, ...request.body, isActive: false }),
  })

  app.route({
    ...contract.enableIntegrator,
    handler: (request) =>
      service.switchTo(deps, actorOf(request), { ...request.params, ...request.body, isActive: true }),
  })

  app.route({
    ...rights.issueSecret,
    handler: async (request, reply) => {
      const { params, body, headers } = request
      const wish = { ...params, ...body, key: headers['idempotency-key'] }
      return reply.code(201).send(await issueSecret(deps, actorOf(request), wish))
    },
  })

  app.route({
    ...rights.endSecret,
    handler: (request) => takeSecretBack(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...rights.grantAccounts,
    handler: async (request, reply) =>
      reply
        .code(201)
        .send(await grantAccounts(deps, actorOf(request), { ...request.params, ...request.body })),
  })

  app.route({
    ...rights.endGrant,
    handler: (request) => takeGrantBack(deps, actorOf(request), { ...request.params, ...request.body }),
  })
}
