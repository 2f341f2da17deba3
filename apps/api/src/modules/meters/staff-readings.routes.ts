import * as contract from '@rodnik/contract/staff-readings'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf, auditName } from '../../platform/actor.ts'
import { AppError } from '../../platform/errors.ts'
import { violatedConstraint } from '../../platform/outage.ts'
import { businessDay } from '../info/index.ts'
import { chooseById, submitReadings } from '../readings/index.ts'
import { findWaiting } from './reviews.repo.ts'
import { decideReview } from './reviews.service.ts'

/** Readings that come to the office, and those that wait for it. */
export const staffReadingRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.submitForCaller,
    handler: async (request, reply) => {
      const actor = auditName(actorOf(request))
      const { channel, receivedOn, readings } = request.body
      if (receivedOn > (await businessDay(deps)).today) {
        throw new AppError('invalid_request', { fields: { receivedOn: 'in_the_future' } })
      }
      const key = request.headers['idempotency-key']
      const confirmation = await submitReadings(
        deps,
        {
          owner: { accountId: request.params.id },
          source: 'staff',
          actor,
          receipt: { channel, receivedOn },
        },
        {
          intention: key === undefined ? undefined : { key, route: `submissions-of-${actor}` },
          body: request.body,
          choose: chooseById({ readings }),
        },
      )
      return reply.code(201).send(confirmation)
    },
  })

  app.route({ ...contract.listWaitingReadings, handler: () => findWaiting(deps.db) })

  app.route({
    ...contract.decideReading,
    handler: async (request) => {
      const decision = {
        ...request.body,
        meterId: request.params.meterId,
        revision: Number(request.params.revision),
        by: auditName(actorOf(request)),
      }
      try {
        return { recalculation: await deps.db.$transaction((tx) => decideReview(tx, decision)) }
      } catch (error) {
        // A resident has sent a reading in the same moment: it may be decided anew.
        if (violatedConstraint(error) === undefined) throw error
        throw new AppError('readings_changed_meanwhile')
      }
    },
  })
}
