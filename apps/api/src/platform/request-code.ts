import { deriveKey, hmac, isSame } from './secrets.ts'

/** Crockford's digits: none is mistaken for another when it is read off paper or said on the phone. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

/** The code that opens a request together with its number: 40 bits, and few tries. Nothing of it is stored. */
export function requestCode(secret: string, requestId: string): string {
  const bytes = hmac(deriveKey(secret, 'request-code'), requestId).subarray(0, LENGTH)
  const digits = Array.from(bytes, (byte) => DIGITS.charAt(byte % DIGITS.length)).join('')
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

export const isRequestCode = (secret: string, requestId: string, code: string): boolean =>
  isSame(Buffer.from(code), Buffer.from(requestCode(secret, requestId)))
