import * as contract from '@rodnik/contract/staff-people'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import * as people from './people.service.ts'

/** Profiles of residents and organisations. */
export const peopleDeskRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({ ...contract.showPerson, handler: (request) => people.person(deps.db, request.params.id) })

  app.route({
    ...contract.disablePerson,
    handler: (request) =>
      people.disablePerson(deps, actorOf(request), { personId: request.params.id, ...request.body }),
  })

  app.route({
    ...contract.enablePerson,
    handler: (request) =>
      people.enablePerson(deps, actorOf(request), { personId: request.params.id, ...request.body }),
  })

  app.route({
    ...contract.signPersonOut,
    handler: (request) =>
      people.signPersonOut(deps, actorOf(request), { personId: request.params.id, ...request.body }),
  })
}
