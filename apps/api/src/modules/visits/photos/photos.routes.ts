import { addVisitPhoto } from '@rodnik/contract/field-visits'
import * as contract from '@rodnik/contract/staff-visits'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { sendAttachment, sendPreview } from '../../attachments/index.ts'
import { kindsOf } from '../../requests/index.ts'
import { addPhoto, assertPhotoOf, visitPhotos } from './photos.service.ts'

const readerOf = (request: FastifyRequest) => ({ kinds: kindsOf(actorOf(request).roles) })

/** What inspectors photographed. */
export const photoRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...addVisitPhoto,
    handler: async (request, reply) => {
      await addPhoto(deps, actorOf(request), { visitId: request.params.id, ...request.body })
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...contract.listVisitPhotos,
    handler: async (request) => ({ photos: await visitPhotos(deps, request.params.id, readerOf(request)) }),
  })

  app.route({
    ...contract.showVisitPhoto,
    handler: async (request, reply) => {
      const { id: visitId, photoId } = request.params
      await assertPhotoOf(deps, { visitId, photoId, reader: readerOf(request) })
      return sendPreview(deps, reply, photoId)
    },
  })

  app.route({
    ...contract.downloadVisitPhoto,
    handler: async (request, reply) => {
      const { id: visitId, photoId } = request.params
      await assertPhotoOf(deps, { visitId, photoId, reader: readerOf(request) })
      return sendAttachment(deps, reply, photoId)
    },
  })
}
