import { createHmac, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { decodeJwt, type JWTPayload, SignJWT } from 'jose'
import type { Mischief } from './mischief.ts'

type SigningKey = { kid: string; privateKey: KeyObject; publicKey: KeyObject }

const newKey = (): SigningKey => ({
  kid: randomUUID(),
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }),
})

const jwkOf = (key: KeyObject, kid: string) => ({
  ...key.export({ format: 'jwk' }),
  kid,
  alg: 'RS256',
  use: 'sig',
})

/** The key that signs, its public half, and what it makes of tokens in each mood. */
export function createSigningKeys() {
  const stranger = newKey()
  let current = newKey()

  return {
    /** For oidc-provider, whose tokens are signed anew by the key of the moment. */
    privateJwk: () => jwkOf(current.privateKey, current.kid),
    publicJwks: () => ({ keys: [jwkOf(current.publicKey, current.kid)] }),
    publicPem: () => current.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    rotate() {
      current = newKey()
    },
    async sign(claims: JWTPayload, mischief?: Mischief): Promise<string> {
      const payload = spoil(claims, mischief)
      if (mischief === 'algorithm_none') return unsigned({ alg: 'none', typ: 'JWT' }, payload)
      if (mischief === 'hs256_with_public_key') return signedWithPublicKey(payload, current)
      const { privateKey } = mischief === 'unknown_key' ? stranger : current
      return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: current.kid }).sign(privateKey)
    },
  }
}
export type SigningKeys = ReturnType<typeof createSigningKeys>

/** The same token, by the key and in the mood of the moment. */
export const signAnew = (keys: SigningKeys, token: string, mischief: Mischief | undefined) =>
  keys.sign(decodeJwt(token), mischief)

const without = (claims: JWTPayload, name: string): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name))

const spoiled: Partial<Record<Mischief, (claims: JWTPayload) => JWTPayload>> = {
  wrong_nonce: (claims) => ({ ...claims, nonce: randomUUID() }),
  foreign_audience: (claims) => ({ ...claims, aud: 'another-portal' }),
  foreign_issuer: (claims) => ({ ...claims, iss: 'https://esia.example.org/' }),
  foreign_subject: (claims) => ({
    ...claims,
    'urn:esia:sbj': { 'urn:esia:sbj:oid': 999, 'urn:esia:sbj:is_tru': true },
  }),
  expired: (claims) => ({ ...claims, iat: (claims.iat ?? 0) - 7200, exp: (claims.iat ?? 0) - 3600 }),
  without_expiry: (claims) => without(claims, 'exp'),
  without_name: (claims) => without(claims, 'family_name'),
}

const spoil = (claims: JWTPayload, mischief: Mischief | undefined) =>
  (mischief && spoiled[mischief]?.(claims)) ?? claims

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

const unsigned = (header: object, payload: object) => `${part(header)}.${part(payload)}.`

/** The attack of taking the public key for a shared secret (RFC 8725, 2.1). */
function signedWithPublicKey(payload: object, key: SigningKey): string {
  const secret = key.publicKey.export({ type: 'spki', format: 'pem' })
  const content = unsigned({ alg: 'HS256', kid: key.kid }, payload).slice(0, -1)
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`
}
