import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { checkoutRoutes } from './checkout/checkout.routes.ts'
import { correctionRoutes } from './corrections/corrections.routes.ts'
import { paymentDeskRoutes } from './reconciliation/desk.routes.ts'
import { debtRoutes } from './registries/debts/debts.routes.ts'
import { registryRoutes } from './registries/registries.routes.ts'
import { waitingRoutes } from './registries/waiting.routes.ts'
import { statementRoutes } from './statements/statements.routes.ts'
import { terminalDeskRoutes } from './terminals/desk.routes.ts'
import { terminalRoutes } from './terminals/terminals.routes.ts'
import { callbackRoutes } from './truth/callbacks.routes.ts'

/** Money that comes in: paid on the site, at terminals, through banks. */
export const paymentRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(checkoutRoutes)
  await app.register(callbackRoutes)
  await app.register(correctionRoutes)
  await app.register(paymentDeskRoutes)
  await app.register(registryRoutes)
  await app.register(waitingRoutes)
  await app.register(debtRoutes)
  await app.register(statementRoutes)
  await app.register(terminalRoutes)
  await app.register(terminalDeskRoutes)
}
