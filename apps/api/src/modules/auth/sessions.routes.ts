import * as contract from '@rodnik/contract/sessions'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  dropSessionCookies,
  giveSessionCookies,
  refreshTokenOf,
  type SessionTokens,
} from '../../platform/access-token.ts'
import { type Actor, actorOf, findActor } from '../../platform/actor.ts'
import { AppError } from '../../platform/errors.ts'
import { changePassword } from './change-password.service.ts'
import { deviceName } from './device-name.ts'
import { knownDeviceId, rememberDevice } from './known-device.ts'
import { refresh, sessionOfToken } from './refresh.service.ts'
import { endOneSession, endSessions, findOpenSessions } from './sessions.repo.ts'
import { signIn } from './sign-in.service.ts'
import { createSignInLimits } from './sign-in-limits.ts'
import { findSession, loginKey } from './users.repo.ts'

async function sessionOf({ server }: FastifyRequest, sessionId: string): Promise<contract.Session> {
  const session = await findSession(server.deps.db, sessionId)
  if (!session) throw new AppError('sign_in_required')
  return session
}

/** Puts a session into the browser and says what it is. */
export async function admitSession(request: FastifyRequest, reply: FastifyReply, tokens: SessionTokens) {
  const session = await sessionOf(request, tokens.sessionId)
  giveSessionCookies(reply, tokens)
  return session
}

/** The session of this browser: its access token may have run out, and then the refresh token still names it. */
const presentSession = async (request: FastifyRequest) =>
  (await findActor(request)) ?? (await sessionOfToken(request.server.deps, refreshTokenOf(request)))

/** The person of a session that has nothing left to do. @throws session_incomplete */
function wholeActorOf(request: FastifyRequest): Actor {
  const actor = actorOf(request)
  if (actor.next) throw new AppError('session_incomplete')
  return actor
}

/** The same for whoever has just proved who they are: the session this browser had before ends (ASVS 7.2.4). */
export async function replaceSession(request: FastifyRequest, reply: FastifyReply, tokens: SessionTokens) {
  const before = await presentSession(request)
  if (before) await endOneSession(request.server.deps.db, { ...before, reason: 'replaced' })
  return admitSession(request, reply, tokens)
}

const openingRoutes: FastifyPluginAsyncZod = async (app) => {
  const signInLimits = createSignInLimits(app.deps.pool)

  app.route({
    ...contract.signIn,
    handler: async (request, reply) => {
      const login = loginKey(request.body.login)
      const tokens = await signIn({ ...app.deps, signInLimits }, request.body, {
        ip: request.ip,
        device: deviceName(request.headers['user-agent']),
        deviceId: knownDeviceId(request, login),
      })
      rememberDevice(request, reply, login)
      return reply.code(201).send(await replaceSession(request, reply, tokens))
    },
  })

  app.route({
    ...contract.refreshSession,
    handler: async (request, reply) =>
      admitSession(request, reply, await refresh(app.deps, refreshTokenOf(request))),
  })
}

const closingRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.signOut,
    handler: async (request, reply) => {
      const present = await presentSession(request)
      if (present) await endOneSession(deps.db, { ...present, reason: 'signed_out' })
      return dropSessionCookies(reply).code(204).send()
    },
  })

  app.route({
    ...contract.signOutEverywhere,
    handler: async (request, reply) => {
      await endSessions(deps.db, wholeActorOf(request).userId, { reason: 'signed_out_everywhere' })
      return dropSessionCookies(reply).code(204).send()
    },
  })

  app.route({
    ...contract.endSession,
    handler: async (request, reply) => {
      const { userId } = wholeActorOf(request)
      const isEnded = await endOneSession(deps.db, {
        userId,
        sessionId: request.params.id,
        reason: 'signed_out_elsewhere',
      })
      if (!isEnded) throw new AppError('not_found')
      return reply.code(204).send(null)
    },
  })
}

/** Sessions of people with a password: residents, organisations and staff alike. */
export const sessionRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(openingRoutes)
  await app.register(closingRoutes)

  app.route({
    ...contract.showSession,
    handler: (request) => sessionOf(request, actorOf(request).sessionId),
  })

  app.route({
    ...contract.listSessions,
    handler: async (request) => ({ sessions: await findOpenSessions(app.deps.db, wholeActorOf(request)) }),
  })

  app.route({
    ...contract.changePassword,
    handler: async (request) => {
      const actor = actorOf(request)
      // Who has only the password of someone with a second factor must not be able to replace it.
      if (actor.next === 'give_second_factor') throw new AppError('session_incomplete')
      await changePassword(app.deps, actor, request.body)
      return sessionOf(request, actor.sessionId)
    },
  })
}
