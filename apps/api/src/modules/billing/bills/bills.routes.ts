import * as contract from '@rodnik/contract/bills'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { guestOf } from '../../../platform/guest.ts'
import { listBills, loadBill, loadGuestBill } from './bills.service.ts'
import { readerOf } from './reader.ts'

export const billRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listMyBills,
    handler: async (request) => ({
      bills: await listBills(deps, readerOf(request, request.params)),
    }),
  })

  app.route({
    ...contract.showMyBill,
    handler: (request) => loadBill(deps, readerOf(request, request.params), request.params.period),
  })

  app.route({
    ...contract.showCurrentBill,
    handler: async (request) => ({ bill: await loadGuestBill(deps, guestOf(request).sessionId) }),
  })
}
