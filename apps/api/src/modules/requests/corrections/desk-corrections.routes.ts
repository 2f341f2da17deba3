import * as contract from '@rodnik/contract/reading-corrections'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { callersAccount } from '../caller.service.ts'
import { approveCorrection, correctionCase } from './approve.service.ts'
import { correctableMeters, previewCorrection } from './preview.service.ts'

/** Corrections at the desk: told to whoever calls, and approved on the numbers that the clerk has seen. */
export const deskCorrectionRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listCallersCorrectable,
    handler: async (request) => {
      const id = await callersAccount(deps.db, request.params.id)
      return { meters: await correctableMeters(deps, id) }
    },
  })

  app.route({
    ...contract.previewCallersCorrection,
    handler: async (request) => {
      const id = await callersAccount(deps.db, request.params.id)
      return (await previewCorrection(deps, id, request.body.readings)).preview
    },
  })

  app.route({
    ...contract.showCorrection,
    handler: (request) => correctionCase(deps, actorOf(request), request.params.id),
  })

  app.route({
    ...contract.approveCorrection,
    handler: (request) =>
      approveCorrection(deps, actorOf(request), {
        id: request.params.id,
        key: request.headers['idempotency-key'],
        ...request.body,
      }),
  })
}
