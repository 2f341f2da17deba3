import * as contract from '@rodnik/contract/human-check'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { addressGroup } from '../../platform/client-address.ts'
import { AppError } from '../../platform/errors.ts'
import { sharedCounter } from '../../platform/shared-counter.ts'
import { createAltchaChallenge } from './altcha.service.ts'
import { createPictureCode } from './picture-codes.service.ts'

const MINUTE_SECONDS = 60
/** Each takes milliseconds of a processor: a person needs a few, a flood gets no more than this. */
const CHECKS_PER_MINUTE = 20

export const humanCheckRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  const counters = {
    pictures: sharedCounter(deps.pool, 'pictures', MINUTE_SECONDS),
    altcha: sharedCounter(deps.pool, 'altcha', MINUTE_SECONDS),
  }

  async function countFor(kind: keyof typeof counters, ip: string) {
    const { consumedPoints, msBeforeNext } = await counters[kind].penalty(addressGroup(ip))
    if (consumedPoints > CHECKS_PER_MINUTE) {
      throw new AppError('too_many_attempts', { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) })
    }
  }

  app.route({
    ...contract.drawPictureCode,
    handler: async (request, reply) => {
      await countFor('pictures', request.ip)
      return reply.code(201).send(await createPictureCode(deps, request.body.form))
    },
  })

  app.route({
    ...contract.issueAltchaChallenge,
    handler: async (request, reply) => {
      await countFor('altcha', request.ip)
      return reply.code(201).send(await createAltchaChallenge(deps, request.body.form))
    },
  })
}
