import {
  createLocalJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose'
import * as z from 'zod'
import { type Ask, askFor } from './ask.ts'
import { EsiaRefusal } from './refusal.ts'

/** No `none`, and no HS*: those would take the public key for a shared secret (RFC 8725, 2.1). */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA']

/** jose looks into the keys themselves, one by one, and refuses what it cannot verify with. */
const KeySet = z.custom<JSONWebKeySet>(
  (value) =>
    z.object({ keys: z.array(z.object({ kty: z.string().max(20) })).max(100) }).safeParse(value).success,
)

type Expected = Pick<JWTVerifyOptions, 'issuer' | 'audience' | 'clockTolerance'>

/** Keys that the provider has withdrawn are believed no longer than this, in milliseconds. */
const FRESH_MS = 3_600_000

type Keys = ReturnType<typeof createLocalJWKSet>

/**
 * Verifies id_tokens with the provider's keys, which are asked for again when a token fits none of them. Only the
 * provider itself can bring tokens here, so nobody else can make it ask.
 */
export function rememberKeys() {
  let known: { keys: Keys; staleAt: number } | undefined

  async function load(ask: Ask, address: string | undefined): Promise<Keys> {
    if (!address) throw new EsiaRefusal('esia_unavailable', 'no address of keys')
    const keys = createLocalJWKSet(await askFor(ask, KeySet, address))
    known = { keys, staleAt: performance.now() + FRESH_MS }
    return keys
  }

  /** @throws EsiaRefusal esia_unavailable, JOSEError when the token is not good */
  async function verify(ask: Ask, address: string | undefined, token: string, expected: Expected) {
    const options = { ...expected, algorithms: ALGORITHMS, requiredClaims: ['exp', 'iat', 'sub'] }
    const check = async (keys: Keys): Promise<JWTPayload> => (await jwtVerify(token, keys, options)).payload
    if (!known || performance.now() > known.staleAt) return check(await load(ask, address))
    try {
      return await check(known.keys)
    } catch (error) {
      if (isOtherKey(error)) return check(await load(ask, address))
      throw error
    }
  }
  return { verify }
}

const isOtherKey = (error: unknown) =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWSSignatureVerificationFailed
