import { deriveKey, hmac, isSame } from './secrets.ts'

const DIGITS = 12

/**
 * What a guest comes back to an appointment with: twelve digits that only we can make of its id, in groups of four to
 * be read out and typed. A million millions of them: nobody finds one by trying.
 */
export function appointmentCode(secret: string, appointmentId: string): string {
  const seal = hmac(deriveKey(secret, 'appointment-code'), appointmentId)
  const digits = String(seal.readBigUInt64BE() % 10n ** BigInt(DIGITS)).padStart(DIGITS, '0')
  return digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
}

const plain = (code: string) => Buffer.from(code.replaceAll(/[\s-]/g, ''))

export const isAppointmentCode = (secret: string, appointmentId: string, typed: string): boolean =>
  isSame(plain(typed), plain(appointmentCode(secret, appointmentId)))
