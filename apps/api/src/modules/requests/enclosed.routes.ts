import * as contract from '@rodnik/contract/request-attachments'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { guestOf } from '../../platform/guest.ts'
import { sendAttachment, sendPreview } from '../attachments/index.ts'
import { accountOf } from './asker.repo.ts'
import { assertEnclosed } from './enclosed.service.ts'
import { kindsOf } from './kinds.ts'

/** Files that went with requests: whoever may see the request may have them. */
export const enclosedRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.myRequestAttachment,
    handler: async (request, reply) => {
      const { accountId, ...wanted } = request.params
      await assertEnclosed(deps.db, wanted, { userId: actorOf(request).userId, accountId })
      return sendAttachment(deps, reply, wanted.attachmentId)
    },
  })

  app.route({
    ...contract.requestAttachment,
    handler: async (request, reply) => {
      const reader = { sessionId: guestOf(request).sessionId }
      await accountOf(deps.db, reader)
      await assertEnclosed(deps.db, request.params, reader)
      return sendAttachment(deps, reply, request.params.attachmentId)
    },
  })

  app.route({
    ...contract.staffRequestAttachment,
    handler: async (request, reply) => {
      const { id: requestId, attachmentId } = request.params
      await assertEnclosed(deps.db, { requestId, attachmentId }, { kinds: kindsOf(actorOf(request).roles) })
      return sendAttachment(deps, reply, attachmentId)
    },
  })

  app.route({
    ...contract.staffRequestPreview,
    handler: async (request, reply) => {
      const { id: requestId, attachmentId } = request.params
      await assertEnclosed(deps.db, { requestId, attachmentId }, { kinds: kindsOf(actorOf(request).roles) })
      return sendPreview(deps, reply, attachmentId)
    },
  })
}
