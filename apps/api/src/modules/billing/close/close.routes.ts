import * as contract from '@rodnik/contract/staff-billing'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { sendFile } from '../../../platform/send-file.ts'
import { askForDraft, askForFinal, billingMonths, reportOf } from './ask-for-close.service.ts'
import { refusedAccounts } from './refused-accounts.service.ts'

/** The close of a month as clerks ask for it; the worker does it. */
export const closeRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listBillingMonths,
    handler: (request) => billingMonths(deps, actorOf(request)),
  })

  app.route({
    ...contract.showBillingMonth,
    handler: (request) => reportOf(deps, request.params.period),
  })

  app.route({
    ...contract.downloadRefusedAccounts,
    handler: async (request, reply) => sendFile(reply, await refusedAccounts(deps, request.params.period)),
  })

  app.route({
    ...contract.draftBillingMonth,
    handler: async (request, reply) => {
      const { period } = request.params
      await askForDraft(deps, actorOf(request), { period, isAnew: request.body.isAnew })
      return reply.code(202).send({ period })
    },
  })

  app.route({
    ...contract.finaliseBillingMonth,
    handler: async (request, reply) => {
      const { period } = request.params
      await askForFinal(deps, actorOf(request), period)
      return reply.code(202).send({ period })
    },
  })
}
