import { showAccountLog } from '@rodnik/contract/helpers'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { findAccountLog } from './account-log.repo.ts'
import { isOwner } from './helpers.repo.ts'
import { refuseToNonOwner } from './rights.repo.ts'

export const accountLogRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...showAccountLog,
    handler: async (request) => {
      const owned = { userId: actorOf(request).userId, accountId: request.params.accountId }
      if (!(await isOwner(deps.db, owned))) await refuseToNonOwner(deps.db, owned.userId, owned.accountId)
      return findAccountLog(deps.db, owned, request.query.cursor ?? null)
    },
  })
}
