import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { registryRoutes } from './registries/registries.routes.ts'

/** Every way by which money comes in, and what staff see of it. */
export const paymentRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(registryRoutes)
}
