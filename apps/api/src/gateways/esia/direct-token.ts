import { createPublicKey, type KeyObject } from 'node:crypto'
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import * as z from 'zod'
import { CLOCK_TOLERANCE_S } from './driver.ts'
import { EsiaRefusal } from './refusal.ts'

/** The algorithms that a kind of key may sign with; one key never serves two kinds (RFC 8725, 3.1). */
function algorithmsOf({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): string[] {
  if (type === 'rsa') return ['RS256', 'PS256']
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return ['ES256']
  return type === 'ed25519' ? ['EdDSA'] : []
}

/**
 * ESIA's signing keys out of a PEM file; certificates and bare public keys may follow each other, because ESIA
 * changes its certificate without notice and both hold for a while.
 * @throws Error when the text holds none, or one that Node cannot verify with (GOST)
 */
export function readKeys(pem: string): KeyObject[] {
  const blocks = pem.match(/-----BEGIN (CERTIFICATE|PUBLIC KEY)-----[\s\S]+?-----END \1-----/g) ?? []
  if (blocks.length === 0) throw new Error('ESIA_CERTIFICATES holds no certificate in PEM')
  return blocks.map(readKey)
}

function readKey(block: string): KeyObject {
  try {
    const key = createPublicKey(block)
    if (algorithmsOf(key).length > 0) return key
  } catch {
    // Named below: the library only says "unsupported".
  }
  throw new Error(
    'ESIA_CERTIFICATES holds a key that is not RSA, P-256 or Ed25519; have RS256 set on the portal',
  )
}

const Claims = z.object({
  // A JSON number at ESIA; beyond 2^53 it would name somebody else.
  sub: z.union([z.int().positive(), z.string().regex(/^[1-9]\d{0,19}$/)]),
  'urn:esia:sbj': z.object({
    'urn:esia:sbj:oid': z.union([z.int().positive(), z.string().regex(/^[1-9]\d{0,19}$/)]),
    'urn:esia:sbj:is_tru': z.boolean().optional(),
  }),
})

export type DirectToken = { oid: string; isConfirmed: boolean }
type Expected = { issuer: string; audience: string }

/** @throws EsiaRefusal, JOSEError when the token is not ESIA's, not for us, or too old */
export async function verifyToken(
  token: string,
  keys: KeyObject[],
  expected: Expected,
): Promise<DirectToken> {
  const { data: claims } = Claims.safeParse(await verifyWithAny(token, keys, expected))
  if (!claims) throw new EsiaRefusal('esia_failed', 'claims of another shape')
  const subject = claims['urn:esia:sbj']
  if (String(claims.sub) !== String(subject['urn:esia:sbj:oid'])) {
    throw new EsiaRefusal('esia_failed', 'two subjects in one token')
  }
  // Absent is not confirmed: ESIA leaves the claim out instead of saying false.
  return { oid: String(claims.sub), isConfirmed: subject['urn:esia:sbj:is_tru'] === true }
}

async function verifyWithAny(token: string, keys: KeyObject[], expected: Expected): Promise<JWTPayload> {
  const { alg = '' } = decodeProtectedHeader(token)
  for (const key of keys) {
    const algorithms = algorithmsOf(key)
    if (!algorithms.includes(alg)) continue
    try {
      const options = {
        ...expected,
        algorithms,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_S,
      }
      return (await jwtVerify(token, key, options)).payload
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error
    }
  }
  throw new EsiaRefusal('esia_failed', 'signed by none of the pinned keys')
}
