import { FILE_TYPES } from '@rodnik/contract/file-types'
import * as contract from '@rodnik/contract/registers'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { AppError } from '../../../platform/errors.ts'
import { findExports } from './exports.repo.ts'
import { askForFile, openFile } from './files.service.ts'
import { registerPage } from './pages.service.ts'
import { findSavedFilters, forgetFilter, keepFilter } from './saved-filters.repo.ts'

/** Registers page by page, each one's filters, and whole registers as files. */
export const registerRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listAccountsRegister,
    handler: ({ query: { cursor, language, ...filter } }) =>
      registerPage(deps, { register: 'accounts', filter, cursor, language }),
  })

  app.route({
    ...contract.listMetersRegister,
    handler: ({ query: { cursor, language, ...filter } }) =>
      registerPage(deps, { register: 'meters', filter, cursor, language }),
  })

  app.route({
    ...contract.listSavedFilters,
    handler: async (request) => ({
      filters: await findSavedFilters(deps.db, actorOf(request).userId, request.query.register),
    }),
  })

  app.route({
    ...contract.saveFilter,
    handler: async (request, reply) => {
      const kept = await keepFilter(deps.db, { userId: actorOf(request).userId, ...request.body })
      if (!kept) throw new AppError('too_many_filters')
      return reply.code(201).send(kept)
    },
  })

  app.route({
    ...contract.deleteSavedFilter,
    handler: async (request, reply) => {
      const isGone = await forgetFilter(deps.db, actorOf(request).userId, request.params.id)
      if (!isGone) throw new AppError('not_found')
      return reply.code(204).send(null)
    },
  })

  await app.register(fileRoutes)
}

const fileRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.askForRegisterExport,
    handler: async (request, reply) =>
      reply.code(202).send(await askForFile(deps, actorOf(request), request.body)),
  })

  app.route({
    ...contract.listRegisterExports,
    handler: async (request) => ({ exports: await findExports(deps.db, actorOf(request).userId) }),
  })

  app.route({
    ...contract.downloadRegisterExport,
    handler: async (request, reply) => {
      const { name, format, register, bytes, content } = await openFile(
        deps,
        actorOf(request),
        request.params.id,
      )
      return reply
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : FILE_TYPES.xlsx)
        .header(
          'content-disposition',
          `attachment; filename="${register}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        )
        .header('content-length', bytes)
        .header('cache-control', 'private, no-store')
        .send(content)
    },
  })
}
