import * as contract from '@rodnik/contract/reading-corrections'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { guestOf } from '../../../platform/guest.ts'
import { accountOf } from '../asker.repo.ts'
import { correctableMeters, previewCorrection } from './preview.service.ts'

/** Readings that somebody sent wrongly, and what another one would change. */
export const readingCorrectionRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listMyCorrectable,
    handler: async (request) => {
      const asker = { userId: actorOf(request).userId, accountId: request.params.accountId }
      const { id } = await accountOf(deps.db, asker)
      return { meters: await correctableMeters(deps, id) }
    },
  })

  app.route({
    ...contract.previewMyCorrection,
    handler: async (request) => {
      const asker = { userId: actorOf(request).userId, accountId: request.params.accountId }
      const { id } = await accountOf(deps.db, asker)
      return (await previewCorrection(deps, id, request.body.readings)).preview
    },
  })

  app.route({
    ...contract.listCorrectable,
    handler: async (request) => {
      const { id } = await accountOf(deps.db, guestOf(request))
      return { meters: await correctableMeters(deps, id) }
    },
  })

  app.route({
    ...contract.previewCorrection,
    handler: async (request) => {
      const { id } = await accountOf(deps.db, guestOf(request))
      return (await previewCorrection(deps, id, request.body.readings)).preview
    },
  })
}
