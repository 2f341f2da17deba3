import * as contract from '@rodnik/contract/reading-corrections'
import { shiftPeriod } from '@rodnik/domain/calendar/days'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { guestOf } from '../../../platform/guest.ts'
import { withoutMarkings } from '../../../platform/without-markings.ts'
import { businessDay } from '../../info/index.ts'
import { accountOf } from '../asker.repo.ts'
import { correctableMeters, previewCorrection } from './preview.service.ts'

/** A quarter: a mistake of the last months can be mended, the life of the flat is not told to whoever knows its address. */
const GUESTS_MONTHS = 3

async function guestsSince(deps: Pick<Deps, 'db'>): Promise<string> {
  const { window } = await businessDay(deps)
  return shiftPeriod(window.period, -GUESTS_MONTHS)
}

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
      return { meters: withoutMarkings(await correctableMeters(deps, id, await guestsSince(deps))) }
    },
  })

  app.route({
    ...contract.previewCorrection,
    handler: async (request) => {
      const { id } = await accountOf(deps.db, guestOf(request))
      const { readings } = request.body
      const since = await guestsSince(deps)
      if (readings.some(({ period }) => period < since)) throw new AppError('recalculation_too_old')
      return (await previewCorrection(deps, id, readings)).preview
    },
  })
}
