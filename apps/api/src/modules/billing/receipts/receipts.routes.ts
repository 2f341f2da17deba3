import * as contract from '@rodnik/contract/receipts'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { guestOf } from '../../../platform/guest.ts'
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
      const { accountId, period } = request.params
      const reader = { userId: actorOf(request).userId, accountId }
      const isHead = request.method === 'HEAD'
      const receipt = await loadReceipt(deps, reader, { period, isHead })
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
    handler: (request) =>
      loadPaymentCode(deps, { userId: actorOf(request).userId, accountId: request.params.accountId }),
  })

  app.route({
    ...contract.showCurrentPaymentCode,
    handler: (request) => loadGuestPaymentCode(deps, guestOf(request).sessionId),
  })
}

type How = { isHead: boolean; isKept: boolean }

async function sendReceipt(reply: FastifyReply, receipt: ReceiptData, { isHead, isKept }: How) {
  return reply
    .type('application/pdf')
    .header('content-disposition', `${isKept ? 'attachment' : 'inline'}; ${fileName(receipt)}`)
    .header('content-security-policy', VIEWER_POLICY)
    .header('cache-control', 'private, no-store')
    .send(isHead ? Buffer.alloc(0) : await receiptPdf(receipt))
}

/** RFC 6266: a name that every program reads, and the one that people do. */
function fileName({ period, accountNumber }: ReceiptData): string {
  const name = encodeURIComponent(`Квитанция за воду ${period} ${accountNumber}.pdf`)
  return `filename="receipt-${period}-${accountNumber}.pdf"; filename*=UTF-8''${name}`
}
