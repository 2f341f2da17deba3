import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { accountLogRoutes } from './account-log.routes.ts'
import { exportRoutes } from './exports.routes.ts'
import { helperRoutes } from './helpers.routes.ts'
import { invitationRoutes } from './invitations.routes.ts'
import { linkRoutes } from './link-account.routes.ts'
import { myAccountRoutes } from './my-accounts.routes.ts'
import { myReadingRoutes } from './my-readings.routes.ts'
import { profileRoutes } from './profile.routes.ts'

/** What signed-in people have: their accounts, their helpers, their profile. */
export const peopleRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(myAccountRoutes)
  await app.register(linkRoutes)
  await app.register(myReadingRoutes)
  await app.register(helperRoutes)
  await app.register(invitationRoutes)
  await app.register(accountLogRoutes)
  await app.register(profileRoutes)
  await app.register(exportRoutes)
}
