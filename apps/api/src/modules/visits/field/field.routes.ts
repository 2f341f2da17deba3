import * as contract from '@rodnik/contract/field-visits'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { fieldDay } from './field-day.service.ts'
import { recordVisit } from './record-visit.service.ts'

/** A signature of sixty lines takes more room than other bodies. */
const RESULT_BYTES = 512 * 1024

/** What inspectors take along and bring back. */
export const fieldRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({ ...contract.showFieldDay, handler: (request) => fieldDay(deps, actorOf(request)) })

  app.route({
    ...contract.recordVisit,
    bodyLimit: RESULT_BYTES,
    handler: (request) =>
      recordVisit(deps, actorOf(request), {
        visitId: request.params.id,
        key: request.headers['idempotency-key'],
        result: request.body,
      }),
  })
}
