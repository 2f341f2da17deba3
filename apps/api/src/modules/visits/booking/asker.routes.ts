import * as contract from '@rodnik/contract/visits'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf, auditName } from '../../../platform/actor.ts'
import { guestOf } from '../../../platform/guest.ts'
import { changeByAsker } from './asker.service.ts'
import { requestVisits, windowsFor } from './request-visits.service.ts'

const personOf = (request: FastifyRequest, { accountId }: { accountId: string }) => ({
  userId: actorOf(request).userId,
  accountId,
})

const visitorOf = (request: FastifyRequest) => ({ sessionId: guestOf(request).sessionId })

/** Visits that people choose for what they have asked for. */
export const askerVisitRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listMyWindows,
    handler: async (request) => ({ windows: await windowsFor(deps, personOf(request, request.params)) }),
  })

  app.route({
    ...contract.showMyVisits,
    handler: (request) =>
      requestVisits(deps, request.params.requestId, { reader: personOf(request, request.params) }),
  })

  app.route({
    ...contract.changeMyVisit,
    handler: (request) =>
      changeByAsker(deps, {
        requestId: request.params.requestId,
        reader: personOf(request, request.params),
        actor: auditName(actorOf(request)),
        key: request.headers['idempotency-key'],
        wish: request.body,
      }),
  })

  app.route({
    ...contract.listWindows,
    handler: async (request) => ({ windows: await windowsFor(deps, visitorOf(request)) }),
  })

  app.route({
    ...contract.showVisits,
    handler: (request) => requestVisits(deps, request.params.requestId, { reader: visitorOf(request) }),
  })

  app.route({
    ...contract.changeVisit,
    handler: (request) => {
      const reader = visitorOf(request)
      return changeByAsker(deps, {
        requestId: request.params.requestId,
        reader,
        actor: `guest:${reader.sessionId}`,
        key: request.headers['idempotency-key'],
        wish: request.body,
      })
    },
  })
}
