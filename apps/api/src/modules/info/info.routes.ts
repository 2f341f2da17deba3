import { showChargeReference } from '@rodnik/contract/charge-reference'
import * as contract from '@rodnik/contract/site'
import { listTariffs } from '@rodnik/contract/tariffs'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { businessDay } from './calendar.service.ts'
import { publicChargeReference } from './charge-reference.service.ts'
import { referenceRoutes } from './reference.routes.ts'
import { publicTariffs } from './tariffs.service.ts'

export const infoRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(referenceRoutes)
  app.route({ ...listTariffs, handler: () => publicTariffs(app.deps) })
  app.route({
    ...showChargeReference,
    handler: (request) => publicChargeReference(app.deps, request.params.period),
  })
  app.route({
    ...contract.showSite,
    handler: async () => {
      const { city, today, window, prices } = await businessDay(app.deps)
      return { ...city, today, window, prices, hasGosuslugi: app.deps.esia !== undefined }
    },
  })
}
