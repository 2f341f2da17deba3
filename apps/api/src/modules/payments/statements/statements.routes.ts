import * as contract from '@rodnik/contract/staff-statements'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { statements, takeStatement } from './statements.service.ts'

/** A statement in base64, with room for what is around it. */
const STATEMENT_LIMIT_BYTES = 9 * 1024 * 1024

/** What the bank says has come in, for clerks to compare with the files. */
export const statementRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({ ...contract.listStatements, handler: () => statements(deps) })

  app.route({
    ...contract.sendStatement,
    bodyLimit: STATEMENT_LIMIT_BYTES,
    handler: async (request, reply) =>
      reply.code(201).send(await takeStatement(deps, actorOf(request), request.body)),
  })
}
