import * as contract from '@rodnik/contract/request-tracking'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { addressGroup } from '../../platform/client-address.ts'
import { sendAttachment } from '../attachments/index.ts'
import { assertHuman } from '../auth/index.ts'
import { changeByAsker, showFiled, showRequest } from './asker.service.ts'
import { assertEnclosed } from './enclosed.service.ts'
import { fileRequest } from './file-request.service.ts'
import { digestOf, TRACKER, trackingDoor } from './track.service.ts'

/** Requests without signing in: by number and code, and those of organisations that have no credentials. */
export const trackRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  const open = trackingDoor(deps)

  app.route({
    ...contract.trackRequest,
    handler: async (request) => {
      const openedId = await open(request.body, request.ip)
      return showRequest(deps, openedId, { openedId })
    },
  })

  app.route({
    ...contract.changeTrackedRequest,
    handler: async (request) => {
      const { wish, ...tried } = request.body
      const openedId = await open(tried, request.ip)
      const reader = { openedId }
      const key = request.headers['idempotency-key']
      return changeByAsker(deps, { requestId: openedId, reader, actor: TRACKER, key, wish })
    },
  })

  app.route({
    ...contract.trackedAttachment,
    handler: async (request, reply) => {
      const { attachmentId } = request.params
      const openedId = await open(request.body, request.ip)
      await assertEnclosed(deps.db, { requestId: openedId, attachmentId }, { openedId })
      return sendAttachment(deps, reply, attachmentId)
    },
  })

  app.route({
    ...contract.askForCredentials,
    handler: async (request, reply) => {
      const { fields, email, language, ...proof } = request.body
      await assertHuman(deps, 'credentials', proof)
      const filer = {
        actor: 'public',
        channel: 'public',
        accountId: null,
        countedAs: digestOf(deps.env, 'filed', addressGroup(request.ip)),
      } as const
      const asked = { kind: 'credentials', fields, email, language } as const
      const id = await fileRequest(deps, filer, asked, request.headers['idempotency-key'])
      return reply.code(201).send(await showFiled(deps, id, { openedId: id }))
    },
  })
}
