import { PART_REQUEST_BYTES } from '@rodnik/contract/file-parts'
import * as contract from '@rodnik/contract/staff-imports'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { sendFile } from '../../platform/send-file.ts'
import { beginRun, completeRun, sendPart } from './runs/arrival.service.ts'
import { failedRowsOf, openFailedRows } from './runs/failed-rows.service.ts'
import { decide, importRun, importRuns } from './runs/runs.service.ts'

/** Runs of imports, as clerks see them. */
export const importRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  await app.register(arrivalRoutes)

  app.route({
    ...contract.listImports,
    handler: (request) => importRuns(deps, actorOf(request), request.query.cursor),
  })

  app.route({
    ...contract.showImport,
    handler: (request) => importRun(deps, actorOf(request), request.params.id),
  })

  app.route({
    ...contract.decideImport,
    handler: async (request, reply) =>
      reply.code(202).send(await decide(deps, actorOf(request), { ...request.params, ...request.body })),
  })

  app.route({
    ...contract.showFailedRows,
    handler: async (request) => ({
      rows: await failedRowsOf(deps, actorOf(request), { ...request.params, ...request.query }),
    }),
  })

  app.route({
    ...contract.downloadFailedRows,
    handler: async (request, reply) => {
      const isHead = request.method === 'HEAD'
      const { name, content } = await openFailedRows(deps, actorOf(request), { ...request.params, isHead })
      return sendFile(reply, { name, plainName: 'failed-rows.csv', type: 'text/csv; charset=utf-8', content })
    },
  })
}

const arrivalRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.beginImport,
    handler: async (request, reply) =>
      reply.code(201).send(await beginRun(deps, actorOf(request), request.body.files)),
  })

  app.route({
    ...contract.sendImportPart,
    bodyLimit: PART_REQUEST_BYTES,
    handler: async (request, reply) => {
      const { id, fileId, part } = request.params
      const { content } = request.body
      await sendPart(deps, actorOf(request), { id, fileId, part: Number(part), content })
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...contract.completeImport,
    handler: async (request, reply) => {
      const { id } = request.params
      await completeRun(deps, actorOf(request), id)
      return reply.code(202).send({ id })
    },
  })
}
