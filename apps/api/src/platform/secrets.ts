import { createHmac, hash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** A key for one purpose, derived from the deployment's secret (RFC 5869), so that no token fits two doors. */
export const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `rodnik:${purpose}`, 32))

/** 128 unguessable bits as 22 characters that fit into an address. */
export const randomCode = (): string => randomBytes(16).toString('base64url')

export const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer')

export const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

export const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b)
