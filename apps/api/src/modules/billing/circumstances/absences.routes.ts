import * as contract from '@rodnik/contract/circumstances'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { atDesk } from './at-desk.service.ts'
import { recordAbsence, recordReturn, withdrawAbsence } from './circumstances.service.ts'

/** Temporary absences (Rules 354, п. 86–97). */
export const absenceRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.recordAbsence,
    handler: async (request, reply) => {
      const { id } = request.params
      return reply
        .code(201)
        .send(await atDesk(request, id, (tx, desk) => recordAbsence(tx, desk, request.body)))
    },
  })

  app.route({
    ...contract.recordReturn,
    handler: async (request) => {
      const { id, factId } = request.params
      return atDesk(request, id, (tx, desk) => recordReturn(tx, desk, { id: factId, ...request.body }))
    },
  })

  app.route({
    ...contract.withdrawAbsence,
    handler: async (request) => {
      const { id, factId } = request.params
      return atDesk(request, id, (tx, desk) => withdrawAbsence(tx, desk, { id: factId, ...request.body }))
    },
  })
}
