import * as contract from '@rodnik/contract/tracked-visits'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { sendFile } from '../../../platform/send-file.ts'
import { TRACKER, trackingDoor } from '../../requests/index.ts'
import { visitAct } from '../act/act.service.ts'
import { changeByAsker } from './asker.service.ts'
import { requestVisits } from './request-visits.service.ts'

/** Visits by number and code of the request: for guests whose entry has ended. */
export const trackedVisitRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  const open = trackingDoor(deps)

  app.route({
    ...contract.trackVisits,
    handler: async (request) => {
      const openedId = await open(request.body, request.ip)
      return requestVisits(deps, openedId, { reader: { openedId } })
    },
  })

  app.route({
    ...contract.changeTrackedVisit,
    handler: async (request) => {
      const { wish, ...tried } = request.body
      const openedId = await open(tried, request.ip)
      const key = request.headers['idempotency-key']
      return changeByAsker(deps, { requestId: openedId, reader: { openedId }, actor: TRACKER, key, wish })
    },
  })

  app.route({
    ...contract.downloadTrackedAct,
    handler: async (request, reply) => {
      const openedId = await open(request.body, request.ip)
      const { visitId } = request.params
      return sendFile(reply, await visitAct(deps, visitId, { reader: { openedId }, requestId: openedId }))
    },
  })
}
