import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actRoutes } from './act/act.routes.ts'
import { askerVisitRoutes } from './booking/asker.routes.ts'
import { trackedVisitRoutes } from './booking/tracked.routes.ts'
import { visitDeskRoutes } from './desk/desk.routes.ts'
import { fieldRoutes } from './field/field.routes.ts'
import { photoRoutes } from './photos/photos.routes.ts'

/** Inspectors who come: when, to whom, and what they found. */
export const visitRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(askerVisitRoutes)
  await app.register(trackedVisitRoutes)
  await app.register(visitDeskRoutes)
  await app.register(fieldRoutes)
  await app.register(actRoutes)
  await app.register(photoRoutes)
}
