import { randomUUID } from 'node:crypto'
import jwt from '@fastify/jwt'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { tokenOptions } from '../session-token.ts'

/** RFC 9068 in small: what it opens ends within these minutes even if nobody takes anything back. */
export const TOKEN_MINUTES = 10
const MAX_TOKEN_LENGTH = 1000
const MAX_CLOCK_SKEW_SECONDS = 30

/** `sec`: by which secret it was made, so that it ends with it. */
export type IntegratorClaims = { sub: string; client_id: string; sec: string; scope: string; iat: number }

/** Signing and checking of the tokens of programs: a key and an audience of their own, so that none fits a person's door. */
export const integratorTokens = fp(async (app) => {
  const kind = { purpose: 'integrator-token', audience: 'integrator', type: 'at+jwt', minutes: TOKEN_MINUTES }
  await app.register(jwt, {
    namespace: 'integratorToken',
    ...tokenOptions(app.deps.env.SESSION_SECRET, { ...kind, claims: ['jti', 'client_id', 'sec', 'scope'] }),
  })
})

export const signIntegratorToken = (
  app: FastifyInstance,
  { integratorId, secretId, scopes }: { integratorId: string; secretId: string; scopes: readonly string[] },
): string =>
  app.jwt.integratorToken.sign({
    sub: integratorId,
    client_id: integratorId,
    sec: secretId,
    scope: scopes.join(' '),
    jti: randomUUID(),
  })

/** The token of `Authorization: Bearer` (RFC 6750, 2.1): neither bodies nor addresses are looked at. */
const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer ([\w.~+/=-]+)$/i.exec(headers.authorization ?? '')?.[1]

/** What the token of the request says; undefined when there is none or it is not one of ours. */
export function integratorClaims(request: FastifyRequest): IntegratorClaims | undefined {
  const token = bearerOf(request)
  if (token === undefined || token.length > MAX_TOKEN_LENGTH) return undefined
  try {
    const claims = request.server.jwt.integratorToken.verify<Partial<IntegratorClaims>>(token)
    return isWhole(claims) ? (claims as IntegratorClaims) : undefined
  } catch {
    return undefined
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const isUuid = (value: unknown) => typeof value === 'string' && UUID.test(value)

/** The library checks the signature and the expiry; the shape, and a time of issue too far from now, are ours. */
function isWhole({ sub, client_id, sec, scope, iat = Number.NaN }: Partial<IntegratorClaims>): boolean {
  const ageSeconds = Date.now() / 1000 - iat
  const isRecent =
    ageSeconds >= -MAX_CLOCK_SKEW_SECONDS && ageSeconds <= TOKEN_MINUTES * 60 + MAX_CLOCK_SKEW_SECONDS
  return isUuid(sub) && sub === client_id && isUuid(sec) && typeof scope === 'string' && isRecent
}
