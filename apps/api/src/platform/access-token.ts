import { randomUUID } from 'node:crypto'
import jwt from '@fastify/jwt'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { strictCookie } from './cookies.ts'
import { tokenOptions } from './session-token.ts'

/** ASVS 7.4: the token only says which session; whether that still lives is asked of the database each time. */
const ACCESS_MINUTES = 10
/** As long as a session may last at the most; the server ends it earlier. */
const REFRESH_COOKIE_SECONDS = 12 * 60 * 60
const MAX_TOKEN_LENGTH = 1000
const MAX_CLOCK_SKEW_SECONDS = 30

export type AccessClaims = { sub: string; sid: string; gen: number; jti: string; iat: number }

const accessCookie = (publicUrl: string) => strictCookie(publicUrl, 'rodnik-access')
const refreshCookie = (publicUrl: string) => strictCookie(publicUrl, 'rodnik-refresh')

/** Signing and checking of access tokens. */
export const accessTokens = fp(async (app) => {
  const kind = { purpose: 'access-token', audience: 'person', type: 'at+jwt', minutes: ACCESS_MINUTES }
  await app.register(jwt, {
    namespace: 'accessToken',
    ...tokenOptions(app.deps.env.SESSION_SECRET, { ...kind, claims: ['jti'] }),
  })
})

/** What the token of the request says; undefined when there is none or it is not one of ours. */
export function accessClaims(request: FastifyRequest): AccessClaims | undefined {
  const { server } = request
  const token = request.cookies[accessCookie(server.deps.env.PUBLIC_URL).name]
  if (token === undefined || token.length > MAX_TOKEN_LENGTH) return undefined
  try {
    const claims = server.jwt.accessToken.verify<Partial<AccessClaims>>(token)
    return isWhole(claims) ? (claims as AccessClaims) : undefined
  } catch {
    return undefined
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const isUuid = (value: unknown) => typeof value === 'string' && UUID.test(value)
/** PostgreSQL's integer. */
const MAX_GENERATION = 2_147_483_647

/** The library checks the signature and the expiry; the shape, and a time of issue too far from now, are ours. */
function isWhole({ sub, sid, gen, iat = Number.NaN }: Partial<AccessClaims>): boolean {
  const ageSeconds = Date.now() / 1000 - iat
  const isRecent =
    ageSeconds >= -MAX_CLOCK_SKEW_SECONDS && ageSeconds <= ACCESS_MINUTES * 60 + MAX_CLOCK_SKEW_SECONDS
  return isUuid(sub) && isUuid(sid) && Number.isInteger(gen) && (gen ?? 0) <= MAX_GENERATION && isRecent
}

export type SessionTokens = { userId: string; sessionId: string; generation: number; refreshToken: string }

export function giveSessionCookies(reply: FastifyReply, session: SessionTokens) {
  const { PUBLIC_URL } = reply.server.deps.env
  const [access, refresh] = [accessCookie(PUBLIC_URL), refreshCookie(PUBLIC_URL)]
  const token = reply.server.jwt.accessToken.sign({
    sub: session.userId,
    sid: session.sessionId,
    gen: session.generation,
    jti: randomUUID(),
  })
  return reply
    .setCookie(access.name, token, { ...access.options, maxAge: ACCESS_MINUTES * 60 })
    .setCookie(refresh.name, session.refreshToken, { ...refresh.options, maxAge: REFRESH_COOKIE_SECONDS })
}

export function refreshTokenOf(request: FastifyRequest): string | undefined {
  const token = request.cookies[refreshCookie(request.server.deps.env.PUBLIC_URL).name]
  return token !== undefined && token.length <= MAX_TOKEN_LENGTH ? token : undefined
}

/** Ends the visit in the browser: the next person at a shared computer finds nothing. */
export function dropSessionCookies(reply: FastifyReply) {
  const { PUBLIC_URL } = reply.server.deps.env
  const [access, refresh] = [accessCookie(PUBLIC_URL), refreshCookie(PUBLIC_URL)]
  return reply
    .clearCookie(access.name, access.options)
    .clearCookie(refresh.name, refresh.options)
    .header('clear-site-data', '"cache", "storage"')
}
