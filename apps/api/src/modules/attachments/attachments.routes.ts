import {
  guestUploads,
  libraryUploads,
  myUploads,
  staffUploads,
  UPLOAD_PART_BYTES,
  type UploadEndpoints,
} from '@rodnik/contract/attachments'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod, ZodTypeProvider } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { AppError } from '../../platform/errors.ts'
import { guestOf } from '../../platform/guest.ts'
import { type Checked, checkFile } from './check/check-file.ts'
import { checkDocument } from './check/check-office.ts'
import { createUploadLimits } from './upload-limits.ts'
import { actorUploader, guestUploader, libraryUploader } from './uploader.service.ts'
import type { Uploader } from './uploader.ts'
import { beginUpload, completeUpload, discardUpload, sendPart, showUpload } from './uploads.service.ts'

type FindUploader = (request: FastifyRequest) => Promise<Uploader> | Uploader

const fromActor: FindUploader = (request) => actorUploader(actorOf(request))

/** Files that guests, people and staff send; messages claim them, and decide who may have them. */
export const attachmentRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  // As they are: a page of another site cannot send this type without asking first.
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: UPLOAD_PART_BYTES },
    (_request, body, done) => {
      done(null, body)
    },
  )
  uploadRoutes(app, guestUploads, {
    findUploader: (request) => guestUploader(deps, guestOf(request)),
    check: checkFile,
  })
  uploadRoutes(app, myUploads, { findUploader: fromActor, check: checkFile })
  uploadRoutes(app, staffUploads, { findUploader: fromActor, check: checkFile })
  uploadRoutes(app, libraryUploads, {
    findUploader: (request) => libraryUploader(actorOf(request)),
    check: checkDocument,
  })
}

/** Who may come by a door, and what may. */
type Door = { findUploader: FindUploader; check: (content: Buffer) => Promise<Checked> }

function uploadRoutes(app: FastifyInstance, endpoints: UploadEndpoints, { findUploader, check }: Door) {
  const { deps } = app
  const limits = createUploadLimits(deps)
  const typed = app.withTypeProvider<ZodTypeProvider>()
  const ownOf = async (request: FastifyRequest, { id }: { id: string }) => ({
    id,
    uploader: (await findUploader(request)).name,
  })

  typed.route({
    ...endpoints.begin,
    handler: async (request, reply) => {
      const uploader = await findUploader(request)
      return reply.code(201).send(await beginUpload({ ...deps, limits }, uploader, request.body))
    },
  })

  typed.route({
    ...endpoints.sendPart,
    bodyLimit: UPLOAD_PART_BYTES,
    handler: async (request, reply) => {
      const { params, body } = request
      if (!Buffer.isBuffer(body)) throw new AppError('unsupported_media_type')
      await sendPart(deps, await ownOf(request, params), { part: Number(params.part), content: body })
      return reply.code(204).send(null)
    },
  })

  typed.route({
    ...endpoints.show,
    handler: async (request) => showUpload(deps, await ownOf(request, request.params)),
  })

  typed.route({
    ...endpoints.complete,
    handler: async (request) => completeUpload({ ...deps, check }, await ownOf(request, request.params)),
  })

  typed.route({
    ...endpoints.discard,
    handler: async (request, reply) => {
      await discardUpload(deps, await ownOf(request, request.params))
      return reply.code(204).send(null)
    },
  })
}
