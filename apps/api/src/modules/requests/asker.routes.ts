import * as contract from '@rodnik/contract/requests'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf, auditName } from '../../platform/actor.ts'
import { guestOf } from '../../platform/guest.ts'
import { type Asker, accountOf } from './asker.repo.ts'
import { changeByAsker, fileByAsker, showFiled } from './asker.service.ts'
import { findRequests } from './view.repo.ts'

const personOf = (request: FastifyRequest, { accountId }: { accountId: string }) =>
  ({ userId: actorOf(request).userId, accountId }) satisfies Asker

const visitorOf = (request: FastifyRequest) => ({ sessionId: guestOf(request).sessionId }) satisfies Asker

/** Requests of people with a profile. */
export const myRequestRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listMyRequests,
    handler: async (request) => {
      const reader = personOf(request, request.params)
      // An empty list would tell that a foreign account is there.
      await accountOf(deps.db, reader, 'look')
      return { requests: await findRequests(deps.db, reader) }
    },
  })

  app.route({
    ...contract.fileMyRequest,
    handler: async (request, reply) => {
      const { body, headers } = request
      const asker = personOf(request, request.params)
      return reply.code(201).send(await fileByAsker(deps, asker, { key: headers['idempotency-key'], body }))
    },
  })

  app.route({
    ...contract.showMyRequest,
    handler: (request) => showFiled(deps, request.params.requestId, personOf(request, request.params)),
  })

  app.route({
    ...contract.changeMyRequest,
    handler: (request) =>
      changeByAsker(deps, {
        requestId: request.params.requestId,
        reader: personOf(request, request.params),
        actor: auditName(actorOf(request)),
        key: request.headers['idempotency-key'],
        wish: request.body,
      }),
  })
}

/** Requests of an entry without registration. */
export const guestRequestRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listRequests,
    handler: async (request) => {
      const reader = visitorOf(request)
      await accountOf(deps.db, reader)
      return { requests: await findRequests(deps.db, reader) }
    },
  })

  app.route({
    ...contract.fileRequest,
    handler: async (request, reply) => {
      const { body, headers } = request
      const asker = visitorOf(request)
      return reply.code(201).send(await fileByAsker(deps, asker, { key: headers['idempotency-key'], body }))
    },
  })

  app.route({
    ...contract.showRequest,
    handler: async (request) => {
      const reader = visitorOf(request)
      await accountOf(deps.db, reader)
      return showFiled(deps, request.params.requestId, reader)
    },
  })

  app.route({
    ...contract.changeRequest,
    handler: async (request) => {
      const reader = visitorOf(request)
      await accountOf(deps.db, reader)
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
