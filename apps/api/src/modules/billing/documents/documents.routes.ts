import * as contract from '@rodnik/contract/legal-documents'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { sendFile } from '../../../platform/send-file.ts'
import { readerOf } from '../bills/reader.ts'
import { countReceipt } from '../receipts/receipt-limits.ts'
import { listDocuments, loadDocument, loadReconciliation } from './documents.service.ts'
import { reconciliationFile, supplyFile } from './files.ts'

export const documentRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listMyDocuments,
    handler: (request) => listDocuments(deps, readerOf(request, request.params)),
  })

  app.route({
    ...contract.showMyDocument,
    handler: (request) => loadDocument(deps, readerOf(request, request.params), request.params.period),
  })

  app.route({
    ...contract.downloadMyDocument,
    handler: async (request, reply) => {
      const { period, file } = request.params
      await countReceipt(deps.pool, { kind: 'person', id: actorOf(request).userId })
      const document = await loadDocument(deps, readerOf(request, request.params), period)
      return sendFile(reply, await supplyFile(document, file))
    },
  })

  app.route({
    ...contract.showReconciliation,
    handler: (request) => loadReconciliation(deps, readerOf(request, request.params), request.query),
  })

  app.route({
    ...contract.downloadReconciliation,
    handler: async (request, reply) => {
      await countReceipt(deps.pool, { kind: 'person', id: actorOf(request).userId })
      const act = await loadReconciliation(deps, readerOf(request, request.params), request.query)
      return sendFile(reply, await reconciliationFile(act, request.params.file))
    },
  })
}
