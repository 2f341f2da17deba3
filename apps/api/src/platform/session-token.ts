import type { FastifyJWTOptions } from '@fastify/jwt'
import { deriveKey } from './secrets.ts'

type Kind = {
  /** What the key is derived for: no token fits two doors. */
  purpose: string
  audience: string
  type: string
  minutes: number
  claims: string[]
}

/** One algorithm, an explicit type, our issuer and one audience, and nothing left out (RFC 8725). */
export function tokenOptions(sessionSecret: string, { purpose, audience, type, minutes, claims }: Kind) {
  const [algorithm, issuer] = ['HS256', 'rodnik'] as const
  return {
    secret: deriveKey(sessionSecret, purpose),
    sign: {
      algorithm,
      iss: issuer,
      aud: audience,
      header: { alg: algorithm, typ: type },
      expiresIn: `${minutes}m`,
    },
    verify: {
      algorithms: [algorithm],
      allowedIss: issuer,
      allowedAud: audience,
      checkTyp: type,
      requiredClaims: ['iat', 'exp', 'sub', 'iss', 'aud', ...claims],
      cache: 10_000,
    },
  } satisfies FastifyJWTOptions
}
