import * as contract from '@rodnik/contract/news'
import * as staff from '@rodnik/contract/staff-news'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { keptFor } from '../../../platform/cacheable.ts'
import { createPublicLimit } from '../public-limit.ts'
import * as service from './news.service.ts'

const KEPT_SECONDS = 60

export const newsRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  const countVisitor = createPublicLimit(deps)

  app.route({
    ...contract.listNews,
    onSend: keptFor(KEPT_SECONDS),
    handler: async (request) => {
      await countVisitor(request)
      return { news: await service.publicNews(deps) }
    },
  })

  app.route({
    ...contract.showNews,
    onSend: keptFor(KEPT_SECONDS),
    handler: async (request) => {
      await countVisitor(request)
      return service.publicNewsItem(deps, request.params.id)
    },
  })
}

export const staffNewsRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({ ...staff.listStaffNews, handler: async () => ({ news: await service.listNews(deps) }) })

  app.route({
    ...staff.addNews,
    handler: async (request, reply) => {
      const key = request.headers['idempotency-key']
      return reply.code(201).send(await service.addNews(deps, actorOf(request), { news: request.body, key }))
    },
  })

  app.route({
    ...staff.changeNews,
    handler: (request) => service.changeNews(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...staff.publishNews,
    handler: (request) => service.publishNews(deps, actorOf(request), { ...request.params, ...request.body }),
  })

  app.route({
    ...staff.withdrawNews,
    handler: (request) =>
      service.withdrawNews(deps, actorOf(request), { ...request.params, ...request.body }),
  })
}
