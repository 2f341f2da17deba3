import * as contract from '@rodnik/contract/meter-works'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { violatedConstraint } from '../../platform/outage.ts'
import { businessDay } from '../info/index.ts'
import { findDeskMeters, hasAccount } from './desk.repo.ts'
import { installMeter } from './install-meter.service.ts'
import { recorderOf } from './recorder.ts'
import { workOnMeter } from './work-on-meter.service.ts'

/** Of two at once the loser meets a key of the database: another work, or a reading that was sent meanwhile. */
async function inOneGo<T>({ db }: Pick<Deps, 'db'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.$transaction(work)
  } catch (error) {
    const constraint = violatedConstraint(error)
    if (constraint === undefined) throw error
    throw new AppError(constraint === 'readings_pkey' ? 'readings_changed_meanwhile' : 'meter_work_exists')
  }
}

/** The meters of an account as the office and inspectors keep them. */
export const meterRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

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
      const done = await inOneGo(deps, (tx) => installMeter(tx, recorder, id, request.body))
      return reply.code(201).send(done)
    },
  })

  app.route({
    ...contract.recordWork,
    handler: async (request, reply) => {
      const recorder = await recorderOf(deps, actorOf(request))
      const { id: accountId, meterId } = request.params
      const done = await inOneGo(deps, (tx) =>
        workOnMeter(tx, recorder, { accountId, meterId }, request.body),
      )
      return reply.code(201).send(done)
    },
  })
}
