import * as contract from '@rodnik/contract/profile'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { AppError } from '../../platform/errors.ts'
import { askForExport, findExportFile, findExports } from './data-exports.repo.ts'

const HOUR_SECONDS = 3600

export const exportRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.askForExport,
    handler: async (request, reply) => {
      const asked = await askForExport(deps.db, actorOf(request).userId)
      if (!asked) throw new AppError('too_many_attempts', { retryAfterSeconds: HOUR_SECONDS })
      return reply.code(202).send(asked)
    },
  })

  app.route({
    ...contract.listExports,
    handler: async (request) => ({ exports: await findExports(deps.db, actorOf(request).userId) }),
  })

  app.route({
    ...contract.downloadExport,
    handler: async (request, reply) => {
      const file = await findExportFile(deps.db, actorOf(request).userId, request.params.id)
      if (!file) throw new AppError('not_found')
      return reply
        .type('application/zip')
        .header('content-disposition', 'attachment; filename="rodnik-my-data.zip"')
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'no-store')
        .send(Buffer.from(file))
    },
  })
}
