import { Readable } from 'node:stream'
import { downloadDebts } from '@rodnik/contract/staff-registries'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf, auditName } from '../../../../platform/actor.ts'
import type { Deps } from '../../../../platform/deps.ts'
import { type DebtFile, debtFile } from './debts.service.ts'

/** A connection of the pool for as long as the file is being written; whoever goes away gives it back. */
async function* contentFrom({ pool }: Pick<Deps, 'pool'>, file: DebtFile): AsyncGenerator<Buffer> {
  const client = await pool.connect()
  try {
    yield* file.contentBy(client)
  } finally {
    client.release()
  }
}

export const debtRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...downloadDebts,
    handler: async (request, reply) => {
      const { profile } = request.params
      const number = Number(request.query.number ?? '1')
      const file = await debtFile(deps, { profile, number, by: auditName(actorOf(request)) })
      return reply
        .type('text/plain')
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .header('cache-control', 'private, no-store')
        .send(Readable.from(contentFrom(deps, file)))
    },
  })
}
