import * as contract from '@rodnik/contract/guest-sessions'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { AppError } from '../../platform/errors.ts'
import {
  dropGuestCookie,
  giveGuestCookie,
  guestIfAny,
  guestOf,
  SESSION_MINUTES,
} from '../../platform/guest.ts'
import type { EntryLimits } from './entry-limits.ts'
import { endGuestSession, findGuestSession, insertGuestSession } from './guest-sessions.repo.ts'
import { knownDeviceId, rememberDevice } from './known-device.ts'
import { proveAccount } from './prove-account.service.ts'

export const guestRoutes: FastifyPluginAsyncZod<{ entryLimits: EntryLimits }> = async (
  app,
  { entryLimits },
) => {
  const { deps } = app

  app.route({
    ...contract.openGuestSession,
    handler: async (request, reply) => {
      const { accountNumber, house, flat } = request.body
      const deviceId = knownDeviceId(request, accountNumber)
      const account = await proveAccount({ ...deps, entryLimits }, request.body, {
        form: 'guest',
        ip: request.ip,
        deviceId,
      })
      const session = await insertGuestSession(deps.db, { account, house, flat, minutes: SESSION_MINUTES })
      deps.metrics.guestEntries.inc({ outcome: 'entered' })
      giveGuestCookie(reply, session.id)
      rememberDevice(request, reply, accountNumber)
      return reply.code(201).send({ accountNumber, house, flat, expiresAt: session.expiresAt.toISOString() })
    },
  })

  app.route({
    ...contract.showGuestSession,
    handler: async (request) => {
      const session = await findGuestSession(deps.db, guestOf(request).sessionId)
      if (!session) throw new AppError('sign_in_required')
      return session
    },
  })

  app.route({
    ...contract.closeGuestSession,
    handler: async (request, reply) => {
      const guest = guestIfAny(request)
      if (guest) await endGuestSession(deps.db, guest.sessionId)
      return dropGuestCookie(reply).code(204).send()
    },
  })
}
