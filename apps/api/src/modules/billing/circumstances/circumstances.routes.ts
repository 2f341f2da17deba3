import * as contract from '@rodnik/contract/circumstances'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { businessDay } from '../../info/index.ts'
import { findCircumstances } from './circumstances.repo.ts'
import * as service from './circumstances.service.ts'
import { type Desk, deskOf } from './desk.ts'

/** What bills rest on besides meters: who lives there, who was away, when there was no water. */
export const circumstanceRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  async function inOneGo<T>(
    request: FastifyRequest,
    accountId: string,
    work: (tx: Tx, desk: Desk) => Promise<T>,
  ): Promise<T> {
    const desk = await deskOf(deps, actorOf(request), accountId)
    return deps.db.$transaction((tx) => work(tx, desk))
  }

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
    handler: (request) =>
      inOneGo(request, request.params.id, (tx, desk) => service.recordPersons(tx, desk, request.body)),
  })

  app.route({
    ...contract.recordAbsence,
    handler: async (request, reply) => {
      const done = await inOneGo(request, request.params.id, (tx, desk) =>
        service.recordAbsence(tx, desk, request.body),
      )
      return reply.code(201).send(done)
    },
  })

  app.route({
    ...contract.recordReturn,
    handler: (request) =>
      inOneGo(request, request.params.id, (tx, desk) =>
        service.recordReturn(tx, desk, { id: request.params.factId, ...request.body }),
      ),
  })

  app.route({
    ...contract.withdrawAbsence,
    handler: (request) =>
      inOneGo(request, request.params.id, (tx, desk) =>
        service.withdrawAbsence(tx, desk, { id: request.params.factId, ...request.body }),
      ),
  })

  app.route({
    ...contract.recordInterruption,
    handler: async (request, reply) => {
      const done = await inOneGo(request, request.params.id, (tx, desk) =>
        service.recordInterruption(tx, desk, request.body),
      )
      return reply.code(201).send(done)
    },
  })

  app.route({
    ...contract.withdrawInterruption,
    handler: (request) =>
      inOneGo(request, request.params.id, (tx, desk) =>
        service.withdrawInterruption(tx, desk, { id: request.params.factId, ...request.body }),
      ),
  })
}
