import type { FastifyRequest } from 'fastify'
import { actorOf } from '../../../platform/actor.ts'
import type { Reader } from './bills.repo.ts'

/** Who asks, and for which account; whether they may is for the statement to tell. */
export const readerOf = (request: FastifyRequest, { accountId }: { accountId: string }): Reader => ({
  userId: actorOf(request).userId,
  accountId,
})
