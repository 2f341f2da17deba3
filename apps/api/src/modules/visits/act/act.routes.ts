import { downloadVisitAct } from '@rodnik/contract/staff-visits'
import { downloadAct, downloadMyAct } from '@rodnik/contract/visits'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { guestOf } from '../../../platform/guest.ts'
import { sendFile } from '../../../platform/send-file.ts'
import { kindsOf } from '../../requests/index.ts'
import { visitAct } from './act.service.ts'

/** The act, for whoever sees the request and for the office. */
export const actRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...downloadMyAct,
    handler: async (request, reply) => {
      const { accountId, requestId, visitId } = request.params
      const reader = { userId: actorOf(request).userId, accountId }
      return sendFile(reply, await visitAct(deps, visitId, { reader, requestId }))
    },
  })

  app.route({
    ...downloadAct,
    handler: async (request, reply) => {
      const { requestId, visitId } = request.params
      const reader = { sessionId: guestOf(request).sessionId }
      return sendFile(reply, await visitAct(deps, visitId, { reader, requestId }))
    },
  })

  app.route({
    ...downloadVisitAct,
    handler: async (request, reply) => {
      const reader = { kinds: kindsOf(actorOf(request).roles) }
      return sendFile(reply, await visitAct(deps, request.params.id, { reader }))
    },
  })
}
