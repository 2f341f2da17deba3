import type { FastifyPluginAsync } from 'fastify'
import { integratorDataRoutes } from './data/data.routes.ts'
import { integratorDeskRoutes } from './desk/desk.routes.ts'
import { tokenRoutes } from './token/token.routes.ts'

export const integratorRoutes: FastifyPluginAsync = async (app) => {
  await app.register(tokenRoutes)
  await app.register(integratorDataRoutes)
  await app.register(integratorDeskRoutes)
}
