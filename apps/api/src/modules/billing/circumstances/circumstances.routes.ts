import * as contract from '@rodnik/contract/circumstances'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { AppError } from '../../../platform/errors.ts'
import { businessDay } from '../../info/index.ts'
import { absenceRoutes } from './absences.routes.ts'
import { atDesk } from './at-desk.service.ts'
import { findCircumstances } from './circumstances.repo.ts'
import { recordInterruption, recordPersons, withdrawInterruption } from './circumstances.service.ts'

/** What bills rest on besides meters: who lives there, who was away, when there was no water. */
export const circumstanceRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  await app.register(absenceRoutes)

  app.route({
    ...contract.showCircumstances,
    handler: async (request) => {
      const found = await findCircumstances(deps.db, request.params.id)
      if (!found) throw new AppError('not_found')
      return { ...found, today: (await businessDay(deps)).today }
    },
  })

  app.route({
    ...contract.recordPersons,
    handler: async (request) =>
      atDesk(request, request.params.id, (tx, desk) => recordPersons(tx, desk, request.body)),
  })

  app.route({
    ...contract.recordInterruption,
    handler: async (request, reply) => {
      const { id } = request.params
      const done = await atDesk(request, id, (tx, desk) => recordInterruption(tx, desk, request.body))
      return reply.code(201).send(done)
    },
  })

  app.route({
    ...contract.withdrawInterruption,
    handler: async (request) => {
      const { id, factId } = request.params
      return atDesk(request, id, (tx, desk) =>
        withdrawInterruption(tx, desk, { id: factId, ...request.body }),
      )
    },
  })
}
