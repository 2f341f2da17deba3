import * as contract from '@rodnik/contract/staff-letters'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../platform/actor.ts'
import { retryLetter, troubledLetters } from './letters.service.ts'

export const letterDeskRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listTroubledLetters,
    handler: (request) => troubledLetters(deps, request.query),
  })

  app.route({
    ...contract.retryLetter,
    handler: async (request, reply) => {
      await retryLetter(deps, actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  })
}
