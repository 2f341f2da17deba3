import { deriveKey, hmac, isSame } from '../../../platform/secrets.ts'

const UUID_BYTES = 16

const sealOf = (secret: string, paymentId: string) => hmac(deriveKey(secret, 'payment-code'), paymentId)

/** The secret of a payment's page: its id and a proof that we gave it out. Nobody can make one up. */
export const paymentCode = (secret: string, paymentId: string): string =>
  Buffer.concat([Buffer.from(paymentId.replaceAll('-', ''), 'hex'), sealOf(secret, paymentId)]).toString(
    'base64url',
  )

/** The payment's id; undefined for a code that is not ours. */
export function paymentIdOf(secret: string, code: string): string | undefined {
  const bytes = Buffer.from(code, 'base64url')
  const hex = bytes.subarray(0, UUID_BYTES).toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isSame(bytes.subarray(UUID_BYTES), sealOf(secret, id)) ? id : undefined
}
