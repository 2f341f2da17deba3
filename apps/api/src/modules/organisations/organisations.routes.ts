import * as contract from '@rodnik/contract/organisations'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { issueCredentials } from './credentials.service.ts'
import { findOrganisations } from './organisation-search.repo.ts'
import {
  addAccount,
  changeOrganisation,
  registerOrganisation,
  removeAccount,
  showCard,
} from './organisations.service.ts'

export const organisationRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listOrganisations,
    handler: ({ query }) => findOrganisations(deps.db, { query: query.query ?? '', cursor: query.cursor }),
  })

  app.route({
    ...contract.registerOrganisation,
    handler: async (request, reply) =>
      reply.code(201).send(await registerOrganisation(deps, actorOf(request), request.body)),
  })

  app.route({ ...contract.showOrganisation, handler: ({ params }) => showCard(deps.db, params.id) })

  app.route({
    ...contract.changeOrganisation,
    handler: (request) =>
      changeOrganisation(deps, actorOf(request), { id: request.params.id, change: request.body }),
  })

  app.route({
    ...contract.addOrganisationAccount,
    handler: async (request, reply) =>
      reply
        .code(201)
        .send(await addAccount(deps, actorOf(request), { id: request.params.id, ...request.body })),
  })

  app.route({
    ...contract.removeOrganisationAccount,
    handler: async (request, reply) => {
      await removeAccount(deps, actorOf(request), request.params)
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...contract.issueCredentials,
    handler: async (request, reply) =>
      reply.code(201).send(
        await issueCredentials(deps, actorOf(request), {
          organisationId: request.params.id,
          order: request.body,
        }),
      ),
  })
}
