import * as contract from '@rodnik/contract/staff-accounts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import * as accounts from './accounts.service.ts'
import { endRight } from './end-right.service.ts'

/** Looking at an account, and what the office may change in it. */
export const accountDeskRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.showAccountCard,
    handler: (request) => accounts.accountCard(deps, actorOf(request), request.params.id),
  })

  app.route({
    ...contract.recordHolder,
    handler: async (request) => {
      const { holderName } = request.body
      await accounts.recordHolder(deps, actorOf(request), { accountId: request.params.id, holderName })
      return { holderName }
    },
  })

  app.route({
    ...contract.switchAccountless,
    handler: async (request) => {
      await accounts.switchAccountless(deps, actorOf(request), {
        accountId: request.params.id,
        ...request.body,
      })
      return { isAllowed: request.body.isAllowed }
    },
  })

  app.route({
    ...contract.endRight,
    handler: async (request, reply) => {
      const { id: accountId, linkId } = request.params
      await endRight(deps, actorOf(request), { accountId, linkId, reason: request.body.reason })
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...contract.tellReceiptCode,
    handler: (request) => accounts.tellReceiptCode(deps, actorOf(request), request.params.id),
  })
}
