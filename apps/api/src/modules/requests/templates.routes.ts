import * as contract from '@rodnik/contract/answer-templates'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { findTemplates } from './templates.repo.ts'
import { addTemplate, changeTemplate, removeTemplate } from './templates.service.ts'

/** Answers that are given often. */
export const templateRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({ ...contract.listTemplates, handler: async () => ({ templates: await findTemplates(deps.db) }) })
  app.route({
    ...contract.addTemplate,
    handler: async (request, reply) =>
      reply.code(201).send(await addTemplate(deps, actorOf(request), request.body)),
  })
  app.route({
    ...contract.changeTemplate,
    handler: (request) => changeTemplate(deps, actorOf(request), { ...request.body, id: request.params.id }),
  })
  app.route({
    ...contract.removeTemplate,
    handler: async (request, reply) => {
      await removeTemplate(deps, actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  })
}
