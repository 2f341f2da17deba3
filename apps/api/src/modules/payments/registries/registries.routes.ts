import { PART_REQUEST_BYTES } from '@rodnik/contract/file-parts'
import * as contract from '@rodnik/contract/staff-registries'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { beginFile, finishSending, registryFile, registryFiles, sendPart } from './files.service.ts'

/** Files of payments from banks, as clerks see them. */
export const registryRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listRegistryFiles,
    handler: (request) => registryFiles(deps, request.query.cursor),
  })

  app.route({
    ...contract.showRegistryFile,
    handler: (request) => registryFile(deps, request.params.id),
  })

  app.route({
    ...contract.beginRegistryFile,
    handler: async (request, reply) =>
      reply.code(201).send(await beginFile(deps, actorOf(request), request.body)),
  })

  app.route({
    ...contract.sendRegistryPart,
    bodyLimit: PART_REQUEST_BYTES,
    handler: async (request, reply) => {
      const { id, part } = request.params
      await sendPart(deps, actorOf(request), { id, part: Number(part), content: request.body.content })
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...contract.completeRegistryFile,
    handler: async (request, reply) => {
      const { id } = request.params
      await finishSending(deps, actorOf(request), id)
      return reply.code(202).send({ id })
    },
  })
}
