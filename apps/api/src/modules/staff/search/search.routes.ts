import * as contract from '@rodnik/contract/staff-search'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { searchConsole } from './search.service.ts'

export const searchRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.searchConsole,
    handler: (request) => searchConsole(app.deps, actorOf(request), request.query.query),
  })
}
