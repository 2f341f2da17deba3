import type { FastifyPluginAsync } from 'fastify'
import { terminalDeskRoutes } from './terminals/desk.routes.ts'
import { terminalRoutes } from './terminals/terminals.routes.ts'

/** How money comes in. */
export const paymentRoutes: FastifyPluginAsync = async (app) => {
  await app.register(terminalRoutes)
  await app.register(terminalDeskRoutes)
}
