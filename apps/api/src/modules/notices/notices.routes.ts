import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { newsRoutes, staffNewsRoutes } from './news/news.routes.ts'
import { outageRoutes, staffOutageRoutes } from './outages/outages.routes.ts'

/** What everybody reads — where there is no water, and news — and staff write. */
export const noticeRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(outageRoutes)
  await app.register(staffOutageRoutes)
  await app.register(newsRoutes)
  await app.register(staffNewsRoutes)
}
