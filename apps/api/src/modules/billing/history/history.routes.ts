import * as contract from '@rodnik/contract/history'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { historyCsv, historyXlsx } from './download.service.ts'
import { findMonths } from './history.repo.ts'
import { operationsOfYear, readingsOfYear } from './history.service.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const sendFile = (reply: FastifyReply, type: string, { name, content }: { name: string; content: Buffer }) =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .send(content)

const readerOf = (request: FastifyRequest, { accountId }: { accountId: string }) => ({
  userId: actorOf(request).userId,
  accountId,
})

export const historyRoutes: FastifyPluginAsyncZod = async (app) => {
  const { pool } = app.deps

  app.route({
    ...contract.listMyMonths,
    handler: (request) => findMonths(pool, readerOf(request, request.params)),
  })

  app.route({
    ...contract.listMyOperations,
    handler: (request) => {
      const reader = readerOf(request, request.params)
      return operationsOfYear(pool, reader, request.query)
    },
  })

  app.route({
    ...contract.listMyReadings,
    handler: (request) => {
      const reader = readerOf(request, request.params)
      return readingsOfYear(pool, reader, request.query)
    },
  })

  app.route({
    ...contract.downloadHistoryCsv,
    handler: async (request, reply) => {
      const reader = readerOf(request, request.params)
      return sendFile(reply, 'text/csv; charset=utf-8', await historyCsv(pool, reader, request.query))
    },
  })

  app.route({
    ...contract.downloadHistoryXlsx,
    handler: async (request, reply) => {
      const reader = readerOf(request, request.params)
      return sendFile(reply, XLSX, await historyXlsx(pool, reader, request.query.language))
    },
  })
}
