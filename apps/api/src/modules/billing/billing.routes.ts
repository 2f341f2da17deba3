import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { billRoutes } from './bills/bills.routes.ts'
import { circumstanceRoutes } from './circumstances/circumstances.routes.ts'
import { closeRoutes } from './close/close.routes.ts'
import { consumptionRoutes } from './consumption/consumption.routes.ts'
import { documentRoutes } from './documents/documents.routes.ts'
import { historyRoutes } from './history/history.routes.ts'
import { recalculationRoutes } from './recalculations/recalculations.routes.ts'
import { receiptRoutes } from './receipts/receipts.routes.ts'

/** Closing a month, what it comes to for each account, and every paper of it. */
export const billingRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(closeRoutes)
  await app.register(recalculationRoutes)
  await app.register(circumstanceRoutes)
  await app.register(billRoutes)
  await app.register(receiptRoutes)
  await app.register(historyRoutes)
  await app.register(consumptionRoutes)
  await app.register(documentRoutes)
}
