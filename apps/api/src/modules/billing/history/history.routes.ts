import * as contract from '@rodnik/contract/history'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { sendFile } from '../../../platform/send-file.ts'
import { readerOf } from '../bills/reader.ts'
import { countReceipt } from '../receipts/receipt-limits.ts'
import { historyCsv, historyXlsx } from './download.service.ts'
import { findMonths } from './history.repo.ts'
import { operationsOfYear, readingsOfYear } from './history.service.ts'

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
      const isHead = request.method === 'HEAD'
      if (!isHead) await countReceipt(pool, { kind: 'person', id: actorOf(request).userId })
      return sendFile(reply, await historyCsv(pool, reader, { ...request.query, isHead }))
    },
  })

  app.route({
    ...contract.downloadHistoryXlsx,
    handler: async (request, reply) => {
      const reader = readerOf(request, request.params)
      const isHead = request.method === 'HEAD'
      if (!isHead) await countReceipt(pool, { kind: 'person', id: actorOf(request).userId })
      return sendFile(reply, await historyXlsx(pool, reader, { ...request.query, isHead }))
    },
  })
}
