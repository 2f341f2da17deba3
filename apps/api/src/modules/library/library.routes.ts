import * as contract from '@rodnik/contract/library'
import * as staff from '@rodnik/contract/staff-library'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { keptFor } from '../../platform/cacheable.ts'
import { AppError } from '../../platform/errors.ts'
import { guestOf } from '../../platform/guest.ts'
import { sendAttachment, sendPublicAttachment } from '../attachments/index.ts'
import * as desk from './desk.service.ts'
import { createFormLimit } from './forms/form-limit.ts'
import { emptyForm, formOfGuest, formOfPerson } from './forms/forms.service.ts'
import { sendEmptyForm, sendFilledForm } from './forms/send-form.ts'
import { publicDocument, publicLibrary } from './public-library.service.ts'

const KEPT_SECONDS = 60

/** The documents that everybody may download, and forms with the facts of an account. */
export const libraryRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  const countForm = createFormLimit(deps)
  await app.register(staffLibraryRoutes)

  app.route({
    ...contract.listDocuments,
    onSend: keptFor(KEPT_SECONDS),
    handler: async () => ({ sections: await publicLibrary(deps) }),
  })

  app.route({
    ...contract.downloadDocument,
    handler: async (request, reply) => {
      const document = await publicDocument(deps, request.params.documentId)
      const { form, files, code } = document
      const both = { request, reply }
      if (form !== null) return sendEmptyForm(both, { document, form: await emptyForm(deps, form) })
      const id = files[0]?.attachmentId
      if (id === undefined) throw new AppError('not_found')
      return sendPublicAttachment(deps, both, { id, plainName: code ?? 'document' })
    },
  })

  app.route({
    ...contract.downloadMyForm,
    handler: async (request, reply) => {
      const actor = actorOf(request)
      const filled = await formOfPerson(deps, actor, request.params)
      await countForm(`person:${actor.userId}`)
      return sendFilledForm(reply, filled)
    },
  })

  app.route({
    ...contract.downloadGuestForm,
    handler: async (request, reply) => {
      const { sessionId } = guestOf(request)
      const filled = await formOfGuest(deps, { sessionId, documentId: request.params.documentId })
      await countForm(`guest:${sessionId}`)
      return sendFilledForm(reply, filled)
    },
  })
}

const staffLibraryRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({ ...staff.listStaffDocuments, handler: () => desk.listDocuments(deps) })

  app.route({
    ...staff.addDocument,
    handler: async (request, reply) => {
      const key = request.headers['idempotency-key']
      return reply.code(201).send(await desk.addDocument(deps, actorOf(request), { ...request.body, key }))
    },
  })

  app.route({
    ...staff.changeDocument,
    handler: (request) => desk.changeDocument(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...staff.replaceDocumentFile,
    handler: (request) => desk.replaceFile(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...staff.showOrHideDocument,
    handler: (request) => desk.showOrHide(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...staff.downloadDocumentVersion,
    handler: async (request, reply) => {
      const { id, number } = request.params
      const { files } = await desk.documentOf(deps.db, id)
      const file = files.find((one) => one.number === Number(number))
      if (!file) throw new AppError('not_found')
      return sendAttachment(deps, reply, file.attachmentId)
    },
  })
}
