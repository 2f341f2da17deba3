import * as contract from '@rodnik/contract/my-accounts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { AppError } from '../../platform/errors.ts'
import { businessDay } from '../info/index.ts'
import { endLink, renameLink, switchEntry } from './links.repo.ts'
import { findMyAccounts } from './my-accounts.repo.ts'
import { refuseToNonOwner } from './rights.repo.ts'

export const myAccountRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  const accountOf = async (userId: string, accountId: string) => {
    const [account] = await findMyAccounts(deps, { userId, accountId }, await businessDay(deps))
    if (!account) throw new AppError('not_found')
    return account
  }

  app.route({
    ...contract.listMyAccounts,
    handler: async (request) => {
      const { userId } = actorOf(request)
      return { accounts: await findMyAccounts(deps, { userId }, await businessDay(deps)) }
    },
  })

  app.route({
    ...contract.renameMyAccount,
    handler: async (request) => {
      const { userId } = actorOf(request)
      const { accountId } = request.params
      await renameLink(deps.db, userId, accountId, request.body.label)
      return accountOf(userId, accountId)
    },
  })

  app.route({
    ...contract.unlinkAccount,
    handler: async (request, reply) => {
      const { userId } = actorOf(request)
      const { accountId } = request.params
      const isEnded = await deps.db.$transaction((tx) =>
        endLink(tx, { userId, accountId, reason: 'unlinked' }),
      )
      if (!isEnded) throw new AppError('not_found')
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...contract.switchAccountless,
    handler: async (request) => {
      const { userId } = actorOf(request)
      const { accountId } = request.params
      const isOwner = await switchEntry(deps.db, { userId, accountId, isAllowed: request.body.isAllowed })
      if (!isOwner) await refuseToNonOwner(deps.db, userId, accountId)
      return accountOf(userId, accountId)
    },
  })
}
