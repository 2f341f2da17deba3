import * as contract from '@rodnik/contract/meter-works'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { AppError } from '../../platform/errors.ts'
import { businessDay } from '../info/index.ts'
import { findDeskMeters, hasAccount } from './desk.repo.ts'
import { inOneGo } from './in-one-go.service.ts'
import { installMeter } from './install-meter.service.ts'
import { recorderOf } from './recorder.ts'
import { staffReadingRoutes } from './staff-readings.routes.ts'
import { told } from './tell-owners.service.ts'
import { workOnMeter } from './work-on-meter.service.ts'

/** The meters of an account as the office and inspectors keep them. */
export const meterRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  await app.register(staffReadingRoutes)

  app.route({
    ...contract.listMeters,
    handler: async (request) => {
      const { id } = request.params
      if (!(await hasAccount(deps.db, id))) throw new AppError('not_found')
      const { today } = await businessDay(deps)
      return { today, meters: await findDeskMeters(deps.db, id) }
    },
  })

  app.route({
    ...contract.installMeter,
    handler: async (request, reply) => {
      const recorder = await recorderOf(deps, actorOf(request))
      const { id } = request.params
      const done = await inOneGo(deps, (tx) => told(tx, installMeter(tx, recorder, id, request.body)))
      return reply.code(201).send(done)
    },
  })

  app.route({
    ...contract.recordWork,
    handler: async (request, reply) => {
      const recorder = await recorderOf(deps, actorOf(request))
      const { id: accountId, meterId } = request.params
      const done = await inOneGo(deps, (tx) =>
        told(tx, workOnMeter(tx, recorder, { accountId, meterId }, request.body)),
      )
      return reply.code(201).send(done)
    },
  })
}
