import type { FastifyRequest } from 'fastify'
import { actorOf } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { type Desk, deskOf } from './desk.ts'

/** What is recorded of an account, with its entry of the log and the months it changes: all of it or nothing. */
export async function atDesk<T>(
  request: FastifyRequest,
  accountId: string,
  work: (tx: Tx, desk: Desk) => Promise<T>,
): Promise<T> {
  const { deps } = request.server
  const desk = await deskOf(deps, actorOf(request), accountId)
  return deps.db.$transaction((tx) => work(tx, desk))
}
