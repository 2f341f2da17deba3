import * as contract from '@rodnik/contract/staff-payments'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf, auditName } from '../../../platform/actor.ts'
import { AppError } from '../../../platform/errors.ts'
import { findDifferences, findReconciledDays, findSitePayments, markClosed, markTaken } from './desk.repo.ts'

const PAGE = 100

/** Payments as staff see them, and what does not fit between the ledger and the books of others. */
export const paymentDeskRoutes: FastifyPluginAsyncZod = async (app) => {
  const { pool } = app.deps

  app.route({
    ...contract.listSitePayments,
    handler: async (request) => {
      const { find, only } = request.query
      const found = await findSitePayments(pool, { find, only, limit: PAGE + 1 })
      return { payments: found.slice(0, PAGE), isMore: found.length > PAGE }
    },
  })

  app.route({
    ...contract.listDifferences,
    handler: async (request) => ({
      differences: await findDifferences(pool, request.query.closed === '1'),
      days: await findReconciledDays(pool),
    }),
  })

  app.route({
    ...contract.takeDifference,
    handler: async (request, reply) => {
      const actor = actorOf(request)
      const isTaken = await markTaken(pool, {
        id: request.params.id,
        userId: actor.userId,
        actor: auditName(actor),
      })
      if (!isTaken) throw new AppError('not_found')
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...contract.closeDifference,
    handler: async (request, reply) => {
      const actor = actorOf(request)
      const settled = { id: request.params.id, userId: actor.userId, actor: auditName(actor) }
      if (!(await markClosed(pool, settled, request.body.note))) throw new AppError('not_found')
      return reply.code(204).send(null)
    },
  })
}
