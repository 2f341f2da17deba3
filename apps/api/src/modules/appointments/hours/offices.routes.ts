import * as contract from '@rodnik/contract/offices'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { freeDays, freeTimes } from './free-times.service.ts'
import { publicOffices } from './public-offices.service.ts'

/** What everybody may know: where we are, when, and which times are free. */
export const officeRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({ ...contract.listOffices, handler: () => publicOffices(deps) })

  app.route({
    ...contract.listFreeDays,
    handler: ({ params, query: { period, specialistId } }) =>
      freeDays(deps, { ...params, specialistId }, period),
  })

  app.route({
    ...contract.listFreeTimes,
    handler: async ({ params, query: { day, specialistId } }) => ({
      times: await freeTimes(deps, { ...params, specialistId }, day),
    }),
  })
}
