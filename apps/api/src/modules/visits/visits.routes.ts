import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { askerVisitRoutes } from './booking/asker.routes.ts'

/** Inspectors who come: when, to whom, and what they found. */
export const visitRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(askerVisitRoutes)
}
