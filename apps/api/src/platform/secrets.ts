import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** A key for one purpose, derived from the deployment's secret (RFC 5869), so that no token fits two doors. */
export const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `rodnik:${purpose}`, 32))

/** 128 unguessable bits as 22 characters that fit into an address. */
export const randomCode = (): string => randomBytes(16).toString('base64url')

export const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer')

export const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

export const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b)

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts what the database keeps but must not tell (AES-256-GCM, NIST SP 800-38D): nonce, tag, ciphertext.
 * @param bound whose secret it is; copied into another row it does not open
 */
export function seal(key: Buffer, secret: Uint8Array, bound: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(bound))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), sealed]))
}

/** @throws when the key or the owner is another one, or the bytes were changed */
export function unseal(key: Buffer, sealed: Uint8Array, bound: string): Buffer {
  const bytes = Buffer.from(sealed)
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(bound))
    .setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
}
