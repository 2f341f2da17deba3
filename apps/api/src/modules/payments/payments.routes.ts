import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { debtRoutes } from './registries/debts/debts.routes.ts'
import { registryRoutes } from './registries/registries.routes.ts'
import { statementRoutes } from './statements/statements.routes.ts'

/** Every way by which money comes in, and what staff see of it. */
export const paymentRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(registryRoutes)
  await app.register(debtRoutes)
  await app.register(statementRoutes)
}
