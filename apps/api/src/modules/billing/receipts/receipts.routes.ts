import { FILE_TYPES } from '@rodnik/contract/file-types'
import * as contract from '@rodnik/contract/receipts'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { guestOf } from '../../../platform/guest.ts'
import { sendFile } from '../../../platform/send-file.ts'
import { readerOf } from '../bills/reader.ts'
import type { ReceiptData } from './receipt-data.ts'
import { loadGuestPaymentCode, loadGuestReceipt, loadPaymentCode, loadReceipt } from './receipts.service.ts'
import { receiptPdf } from './sheet/receipt-sheet.ts'

/** A browser's own viewer draws the page: it needs its styles, and our page prints it from a frame. */
const VIEWER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"

export const receiptRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.showMyReceipt,
    handler: async (request, reply) => {
      const { period } = request.params
      const isHead = request.method === 'HEAD'
      const receipt = await loadReceipt(deps, readerOf(request, request.params), { period, isHead })
      return sendReceipt(reply, receipt, { isHead, isKept: request.query.download === '1' })
    },
  })

  app.route({
    ...contract.showCurrentReceipt,
    handler: async (request, reply) => {
      const isHead = request.method === 'HEAD'
      const receipt = await loadGuestReceipt(deps, guestOf(request).sessionId, { isHead })
      return sendReceipt(reply, receipt, { isHead, isKept: request.query.download === '1' })
    },
  })

  app.route({
    ...contract.showMyPaymentCode,
    handler: (request) => loadPaymentCode(deps, readerOf(request, request.params)),
  })

  app.route({
    ...contract.showCurrentPaymentCode,
    handler: (request) => loadGuestPaymentCode(deps, guestOf(request).sessionId),
  })
}

type How = { isHead: boolean; isKept: boolean }

async function sendReceipt(reply: FastifyReply, receipt: ReceiptData, { isHead, isKept }: How) {
  const { period, accountNumber } = receipt
  const file = {
    name: `Квитанция за воду ${period} ${accountNumber}.pdf`,
    plainName: `receipt-${period}-${accountNumber}.pdf`,
    type: FILE_TYPES.pdf,
    content: isHead ? Buffer.alloc(0) : await receiptPdf(receipt),
  }
  const shown = reply.header('content-security-policy', VIEWER_POLICY)
  return sendFile(shown, file, isKept ? 'attachment' : 'inline')
}
