import * as contract from '@rodnik/contract/staff-requests'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { workOnMany } from './bulk.service.ts'
import { fileForCaller } from './caller.service.ts'
import { queueCounts, queueFor, requestsOfAccount, staffRequest, workOnRequest } from './desk.service.ts'
import { findColleagues } from './staff-view.repo.ts'
import { markStep } from './steps.service.ts'

/** Queues, and what the office does with a request. */
export const requestDeskRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({ ...contract.listQueue, handler: (request) => queueFor(deps, actorOf(request), request.query) })
  app.route({ ...contract.countQueues, handler: (request) => queueCounts(deps, actorOf(request)) })
  app.route({
    ...contract.listColleagues,
    handler: async () => ({ members: await findColleagues(deps.db) }),
  })
  app.route({
    ...contract.showStaffRequest,
    handler: (request) => staffRequest(deps, actorOf(request), request.params.id),
  })
  app.route({
    ...contract.workOnRequest,
    handler: (request) =>
      workOnRequest(deps, actorOf(request), {
        id: request.params.id,
        key: request.headers['idempotency-key'],
        wish: request.body,
      }),
  })
  app.route({
    ...contract.markStep,
    handler: (request) =>
      markStep(deps, actorOf(request), {
        id: request.params.id,
        key: request.headers['idempotency-key'],
        done: request.body,
      }),
  })
  app.route({
    ...contract.workOnMany,
    handler: async (request) => {
      const key = request.headers['idempotency-key']
      return { outcomes: await workOnMany(deps, actorOf(request), { ...request.body, key }) }
    },
  })
}

/** What is asked about one account, and who asks for it at the desk. */
export const accountRequestRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listAccountRequests,
    handler: (request) => requestsOfAccount(deps, actorOf(request), request.params.id),
  })
  app.route({
    ...contract.fileForCaller,
    handler: async (request, reply) => {
      const { body, headers, params } = request
      const filed = await fileForCaller(deps, actorOf(request), {
        accountId: params.id,
        key: headers['idempotency-key'],
        body,
      })
      return reply.code(201).send(filed)
    },
  })
}
