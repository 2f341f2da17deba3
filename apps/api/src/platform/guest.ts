import jwt from '@fastify/jwt'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { strictCookie } from './cookies.ts'
import { AppError } from './errors.ts'
import { tokenOptions } from './session-token.ts'

/** A guest's rights end with the session, whatever the token says; see the view live_guest_sessions. */
export const SESSION_MINUTES = 30

declare module 'fastify' {
  interface FastifyRequest {
    guest: { sessionId: string } | null
  }
}
declare module '@fastify/jwt' {
  interface FastifyJWT {
    namespaces: 'guestToken' | 'accessToken' | 'integratorToken'
    payload: {
      sub: string
      sid?: string
      gen?: number
      jti?: string
      client_id?: string
      sec?: string
      scope?: string
    }
    user: { sub: string }
  }
}

/** The session of a guest endpoint; the access hook has checked the token before. */
export function guestOf(request: FastifyRequest): { sessionId: string } {
  if (!request.guest) throw new AppError('sign_in_required')
  return request.guest
}

const cookieOf = (publicUrl: string) => strictCookie(publicUrl, 'rodnik-guest')

/** Tokens and cookies of the accountless entry, and the check that every `access: 'guest'` endpoint passes. */
export const guestAccess = fp(async (app) => {
  const { PUBLIC_URL, SESSION_SECRET } = app.deps.env
  const kind = { purpose: 'guest-token', audience: 'guest', type: 'guest+jwt', minutes: SESSION_MINUTES }
  await app.register(jwt, {
    namespace: 'guestToken',
    ...tokenOptions(SESSION_SECRET, { ...kind, claims: [] }),
  })
  const { name } = cookieOf(PUBLIC_URL)
  app.decorateRequest('guest', null)
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.access !== 'guest') return
    request.guest = readGuest(request, name)
  })
})

function readGuest(request: FastifyRequest, cookieName: string) {
  const token = request.cookies[cookieName]
  if (token === undefined || token.length > 1000) throw new AppError('sign_in_required')
  try {
    const claims = request.server.jwt.guestToken.verify<{ sub: string }>(token)
    return { sessionId: claims.sub }
  } catch {
    throw new AppError('sign_in_required')
  }
}

export function giveGuestCookie(reply: FastifyReply, sessionId: string) {
  const { name, options } = cookieOf(reply.server.deps.env.PUBLIC_URL)
  const token = reply.server.jwt.guestToken.sign({ sub: sessionId })
  return reply.setCookie(name, token, { ...options, maxAge: SESSION_MINUTES * 60 })
}

/** Ends the visit in the browser: the next person at a shared computer finds nothing. */
export function dropGuestCookie(reply: FastifyReply) {
  const { name, options } = cookieOf(reply.server.deps.env.PUBLIC_URL)
  return reply.clearCookie(name, options).header('clear-site-data', '"cache", "storage"')
}

/** The session a visitor may be leaving, if the token is still good. */
export function guestIfAny(request: FastifyRequest): { sessionId: string } | null {
  try {
    return readGuest(request, cookieOf(request.server.deps.env.PUBLIC_URL).name)
  } catch {
    return null
  }
}
