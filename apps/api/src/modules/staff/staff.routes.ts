import type { FastifyPluginAsync } from 'fastify'
import { accountDeskRoutes } from './accounts.routes.ts'
import { auditDeskRoutes } from './audit.routes.ts'
import { letterDeskRoutes } from './letters.routes.ts'
import { memberDeskRoutes } from './members.routes.ts'
import { peopleDeskRoutes } from './people.routes.ts'
import { registerRoutes } from './registers/registers.routes.ts'
import { searchRoutes } from './search/search.routes.ts'

/** The staff console; each endpoint names the roles that may call it. */
export const staffRoutes: FastifyPluginAsync = async (app) => {
  await app.register(searchRoutes)
  await app.register(registerRoutes)
  await app.register(accountDeskRoutes)
  await app.register(peopleDeskRoutes)
  await app.register(letterDeskRoutes)
  await app.register(memberDeskRoutes)
  await app.register(auditDeskRoutes)
}
