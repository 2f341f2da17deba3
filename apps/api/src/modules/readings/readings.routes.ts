import { showCabinet } from '@rodnik/contract/cabinet'
import * as contract from '@rodnik/contract/submissions'
import { parseSubmissionNumber } from '@rodnik/domain/submissions/submission-number'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { AppError } from '../../platform/errors.ts'
import { guestOf } from '../../platform/guest.ts'
import { withoutMarkings } from '../../platform/without-markings.ts'
import { loadCabinet } from './cabinet.repo.ts'
import { forGuest } from './guest-view.ts'
import { findPublicCheck, findSubmission } from './submission-life.repo.ts'
import { chooseById, submitReadings } from './submissions.service.ts'
import { findVersions } from './versions.repo.ts'

export const readingRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...showCabinet,
    handler: async (request) => {
      const cabinet = await loadCabinet(deps, guestOf(request))
      if (!cabinet) throw new AppError('sign_in_required')
      const { account, day, meters } = cabinet
      const versions = await findVersions(deps, account.id, day.window.period)
      const { today, window, prices } = day
      return { account, today, window, prices, meters: withoutMarkings(meters), versions }
    },
  })

  app.route({
    ...contract.submitReadings,
    handler: async (request, reply) => {
      const { sessionId } = guestOf(request)
      const key = request.headers['idempotency-key']
      const confirmation = await submitReadings(
        deps,
        { owner: { sessionId }, source: 'accountless', actor: `guest:${sessionId}` },
        {
          intention: key === undefined ? undefined : { key, route: 'submissions' },
          body: request.body,
          choose: chooseById(request.body),
        },
      )
      return reply.code(201).send(forGuest(confirmation))
    },
  })

  app.route({
    ...contract.showSubmission,
    handler: async (request) => {
      const parsed = parseSubmissionNumber(request.params.number)
      const found = parsed && (await findSubmission(deps, guestOf(request), parsed.id))
      if (!found || found.period !== parsed.period) throw new AppError('not_found')
      return forGuest(found)
    },
  })

  app.route({
    ...contract.checkSubmission,
    handler: async (request) => {
      const check = await findPublicCheck(deps.pool, request.params.code)
      if (!check) throw new AppError('not_found')
      return check
    },
  })
}
