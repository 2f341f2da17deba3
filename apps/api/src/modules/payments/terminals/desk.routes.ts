import * as contract from '@rodnik/contract/staff-terminals'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import * as service from './desk.service.ts'

/** Networks of payment terminals as administrators let them in. */
export const terminalDeskRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({ ...contract.listTerminalNetworks, handler: () => service.networks(deps) })

  app.route({
    ...contract.addTerminalNetwork,
    handler: async (request, reply) =>
      reply.code(201).send(await service.addNetwork(deps, actorOf(request), request.body)),
  })

  app.route({
    ...contract.changeTerminalNetwork,
    handler: (request) => service.changeTerms(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...contract.rotateTerminalSecret,
    handler: (request) =>
      service.rotateSecret(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...contract.switchTerminalNetworkOff,
    handler: (request) =>
      service.switchTo(deps, actorOf(request), { ...request.params, ...request.body, isActive: false }),
  })

  app.route({
    ...contract.switchTerminalNetworkOn,
    handler: (request) =>
      service.switchTo(deps, actorOf(request), { ...request.params, ...request.body, isActive: true }),
  })
}
