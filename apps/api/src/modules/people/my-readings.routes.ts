import * as contract from '@rodnik/contract/my-accounts'
import { parseSubmissionNumber } from '@rodnik/domain/submissions/submission-number'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf, auditName } from '../../platform/actor.ts'
import { AppError } from '../../platform/errors.ts'
import { chooseById, findSubmission, findVersions, loadCabinet, submitReadings } from '../readings/index.ts'

export const myReadingRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.showMyCabinet,
    handler: async (request) => {
      const { userId } = actorOf(request)
      const cabinet = await loadCabinet(deps, { userId, accountId: request.params.accountId })
      if (!cabinet?.rights) throw new AppError('not_found')
      const { account, rights, day, meters } = cabinet
      const versions = await findVersions(deps, account.id, day.window.period)
      return { account, rights, today: day.today, window: day.window, prices: day.prices, meters, versions }
    },
  })

  app.route({
    ...contract.submitMyReadings,
    handler: async (request, reply) => {
      const actor = actorOf(request)
      const key = request.headers['idempotency-key']
      const confirmation = await submitReadings(
        deps,
        {
          owner: { userId: actor.userId, accountId: request.params.accountId },
          source: 'account',
          actor: auditName(actor),
        },
        {
          intention: key === undefined ? undefined : { key, route: `submissions-of-${actor.userId}` },
          body: request.body,
          choose: chooseById(request.body),
        },
      )
      return reply.code(201).send(confirmation)
    },
  })

  app.route({
    ...contract.showMySubmission,
    handler: async (request) => {
      const { accountId, number } = request.params
      const parsed = parseSubmissionNumber(number)
      const reader = { userId: actorOf(request).userId, accountId }
      const found = parsed && (await findSubmission(deps, reader, parsed.id))
      if (!found || found.period !== parsed.period) throw new AppError('not_found')
      return found
    },
  })
}
