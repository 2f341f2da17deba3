import * as contract from '@rodnik/contract/appointments'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '../../../platform/actor.ts'
import { guestOf } from '../../../platform/guest.ts'
import { sendFile } from '../../../platform/send-file.ts'
import { businessDay } from '../../info/index.ts'
import { appointmentFile } from './appointment-file.ts'
import * as service from './visitor.service.ts'

/** Appointments of the account of the entry, each with its code. */
export const guestBookingRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listAppointments,
    handler: async (request) => ({ appointments: await service.listOf(deps, guestOf(request)) }),
  })

  app.route({
    ...contract.bookAppointment,
    handler: async (request, reply) => {
      const { headers, body } = request
      const wish = { key: headers['idempotency-key'], body }
      return reply.code(201).send(await service.bookFor(deps, guestOf(request), wish))
    },
  })

  app.route({
    ...contract.findAppointment,
    handler: (request) =>
      service.showNamed(deps, { visitor: guestOf(request), ...request.params, ...request.body }),
  })

  app.route({
    ...contract.moveAppointment,
    handler: (request) => {
      const { code, ...wanted } = request.body
      return service.moveNamed(deps, { visitor: guestOf(request), ...request.params, code }, wanted)
    },
  })

  app.route({
    ...contract.cancelAppointment,
    handler: (request) =>
      service.cancelNamed(deps, { visitor: guestOf(request), ...request.params, ...request.body }),
  })

  app.route({
    ...contract.downloadAppointment,
    handler: async (request, reply) => {
      const { code, language } = request.body
      return sendCalendar(reply, { visitor: guestOf(request), ...request.params, code }, language)
    },
  })
}

const visitorOf = (request: FastifyRequest, accountId: string) => ({
  userId: actorOf(request).userId,
  accountId,
})

/** Appointments of an account, for people with a right to it. */
export const myBookingRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  app.route({
    ...contract.listMyAppointments,
    handler: async (request) => ({
      appointments: await service.listOf(deps, visitorOf(request, request.params.accountId)),
    }),
  })

  app.route({
    ...contract.bookMyAppointment,
    handler: async (request, reply) => {
      const { headers, body, params } = request
      const wish = { key: headers['idempotency-key'], body }
      return reply.code(201).send(await service.bookFor(deps, visitorOf(request, params.accountId), wish))
    },
  })

  app.route({
    ...contract.moveMyAppointment,
    handler: (request) => {
      const { accountId, number } = request.params
      return service.moveNamed(deps, { visitor: visitorOf(request, accountId), number }, request.body)
    },
  })

  app.route({
    ...contract.cancelMyAppointment,
    handler: (request) => {
      const { accountId, number } = request.params
      return service.cancelNamed(deps, { visitor: visitorOf(request, accountId), number })
    },
  })

  app.route({
    ...contract.downloadMyAppointment,
    handler: async (request, reply) => {
      const { accountId, number } = request.params
      const { language = 'ru' } = request.query
      return sendCalendar(reply, { visitor: visitorOf(request, accountId), number }, language)
    },
  })
}

async function sendCalendar(reply: FastifyReply, named: service.Named, language: 'ru' | 'en') {
  const { deps } = reply.server
  const [stored, { city }] = await Promise.all([service.findNamed(deps, named), businessDay(deps)])
  const facts = { publicUrl: deps.env.PUBLIC_URL, organiser: city.organisationName, language }
  return sendFile(reply, appointmentFile(stored, facts))
}
