import * as contract from '@rodnik/contract/outages'
import * as staff from '@rodnik/contract/staff-outages'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { keptFor } from '../../../platform/cacheable.ts'
import { guestOf } from '../../../platform/guest.ts'
import { createPublicLimit } from '../public-limit.ts'
import { reachOf } from './outage-reach.service.ts'
import * as service from './outages.service.ts'
import { outagesOfGuest, outagesOfPerson, publicOutages } from './public-outages.service.ts'

const KEPT_SECONDS = 60

export const outageRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  const countVisitor = createPublicLimit(deps)

  app.route({
    ...contract.listOutages,
    onSend: keptFor(KEPT_SECONDS),
    handler: async (request) => {
      await countVisitor(request)
      return { outages: await publicOutages(deps, request.query) }
    },
  })

  app.route({
    ...contract.listMyOutages,
    handler: async (request) => ({
      outages: await outagesOfPerson(deps, actorOf(request), request.params.accountId),
    }),
  })

  app.route({
    ...contract.listGuestOutages,
    handler: async (request) => ({ outages: await outagesOfGuest(deps, guestOf(request).sessionId) }),
  })
}

export const staffOutageRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...staff.listStaffOutages,
    handler: async () => ({ outages: await service.listOutages(deps) }),
  })

  app.route({ ...staff.showStaffOutage, handler: (request) => service.showOutage(deps, request.params.id) })

  app.route({ ...staff.previewOutage, handler: (request) => reachOf(deps, request.body.streets) })

  app.route({
    ...staff.addOutage,
    handler: async (request, reply) => {
      const key = request.headers['idempotency-key']
      return reply
        .code(201)
        .send(await service.addOutage(deps, actorOf(request), { notice: request.body, key }))
    },
  })

  app.route({
    ...staff.changeOutage,
    handler: (request) =>
      service.changeOutage(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...staff.endOutage,
    handler: (request) => service.endOutage(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...staff.cancelOutage,
    handler: (request) =>
      service.cancelOutage(deps, actorOf(request), { ...request.params, ...request.body }),
  })
}
