import * as contract from '@rodnik/contract/consumption'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { AppError } from '../../../platform/errors.ts'
import { sendFile } from '../../../platform/send-file.ts'
import { businessDay } from '../../info/index.ts'
import { readerOf } from '../bills/reader.ts'
import { findHousehold } from './consumption.repo.ts'
import { consumptionOf } from './consumption.service.ts'
import { verificationFile } from './verification-file.ts'

/** Understanding one's water: what it will cost, how it compares, when meters are due. */
export const consumptionRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.showConsumption,
    handler: (request) => consumptionOf(deps, readerOf(request, request.params)),
  })

  app.route({
    ...contract.downloadVerification,
    handler: async (request, reply) => {
      const household = await findHousehold(deps.pool, readerOf(request, request.params))
      const meter = household?.meters.find(({ id }) => id === request.params.meterId)
      if (!meter || meter.verificationDueOn === null) throw new AppError('not_found')
      const { language } = request.query
      const due = { ...meter, dueOn: meter.verificationDueOn }
      const file = { language, publicUrl: deps.env.PUBLIC_URL }
      return sendFile(reply, verificationFile(due, await businessDay(deps), file))
    },
  })
}
