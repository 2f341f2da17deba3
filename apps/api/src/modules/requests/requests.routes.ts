import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { guestRequestRoutes, myRequestRoutes } from './asker.routes.ts'
import { readingCorrectionRoutes } from './corrections/corrections.routes.ts'
import { deskCorrectionRoutes } from './corrections/desk-corrections.routes.ts'
import { accountRequestRoutes, requestDeskRoutes } from './desk.routes.ts'
import { enclosedRoutes } from './enclosed.routes.ts'
import { templateRoutes } from './templates.routes.ts'
import { trackRoutes } from './track.routes.ts'

/** What people ask for, of any kind, and what becomes of it. */
export const requestRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(myRequestRoutes)
  await app.register(guestRequestRoutes)
  await app.register(trackRoutes)
  await app.register(requestDeskRoutes)
  await app.register(accountRequestRoutes)
  await app.register(templateRoutes)
  await app.register(enclosedRoutes)
  await app.register(readingCorrectionRoutes)
  await app.register(deskCorrectionRoutes)
}
