import { createHmac, createPublicKey, type KeyObject, timingSafeEqual, verify } from 'node:crypto'

/** What a callback is checked by: a shared key, or the bank's certificate. */
export type CallbackKey = { hmac: string } | { rsa: KeyObject }

export type Parameters = ReadonlyMap<string, string>

const UNSIGNED = new Set(['checksum', 'sign_alias'])

/**
 * The string that banks sign: all parameters but the checksum and its alias by name, `name;value;` each
 * (securecardpayment.ru/wiki, callback). The gateway adds parameters without notice, so there is no list of them.
 */
export function signedText(parameters: Parameters): string {
  const signed = [...parameters].filter(([name]) => !UNSIGNED.has(name))
  return signed
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name};${value};`)
    .join('')
}

/**
 * Whether the bank has sent exactly these parameters. One that holds a semicolon is not believed: the string would
 * be the same for other parameters.
 */
export function isSigned(parameters: Parameters, key: CallbackKey): boolean {
  const checksum = parameters.get('checksum') ?? ''
  if (!/^([\dA-Fa-f]{2}){16,1024}$/.test(checksum) || isAmbiguous(parameters)) return false
  const text = Buffer.from(signedText(parameters))
  const signature = Buffer.from(checksum, 'hex')
  if ('rsa' in key) return verify('RSA-SHA512', text, key.rsa, signature)
  const expected = createHmac('sha256', key.hmac).update(text).digest()
  return signature.length === expected.length && timingSafeEqual(signature, expected)
}

const isAmbiguous = (parameters: Parameters) =>
  [...parameters].some(([name, value]) => name.includes(';') || value.includes(';'))

/** @param pem a certificate or a public key. @throws Error when it is neither, or not RSA */
export function readRsaKey(pem: string): KeyObject {
  const key = createPublicKey(pem)
  if (key.asymmetricKeyType === 'rsa') return key
  throw new Error('not an RSA key')
}
