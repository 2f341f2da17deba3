import * as contract from '@rodnik/contract/bills'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { guestOf } from '../../../platform/guest.ts'
import { listBills, loadBill, loadGuestBill } from './bills.service.ts'

export const billRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listMyBills,
    handler: async (request) => ({
      bills: await listBills(deps, {
        userId: actorOf(request).userId,
        accountId: request.params.accountId,
      }),
    }),
  })

  app.route({
    ...contract.showMyBill,
    handler: (request) => {
      const { accountId, period } = request.params
      return loadBill(deps, { userId: actorOf(request).userId, accountId }, period)
    },
  })

  app.route({
    ...contract.showCurrentBill,
    handler: async (request) => ({ bill: await loadGuestBill(deps, guestOf(request).sessionId) }),
  })
}
