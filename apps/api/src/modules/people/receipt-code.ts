import { deriveKey, hmac } from '../../platform/secrets.ts'

const MODULUS = 100_000_000
/**
 * Eight digits that the receipt of a month bears: whoever holds the paper has the account.
 * @param period the month of the receipt, 2026-11
 */
export function receiptCode(secret: string, accountNumber: string, period: string): string {
  const digest = hmac(deriveKey(secret, 'receipt-code'), `${accountNumber}\n${period}`)
  return String(digest.readUIntBE(0, 6) % MODULUS).padStart(8, '0')
}
