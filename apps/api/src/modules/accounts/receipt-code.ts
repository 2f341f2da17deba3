import { shiftPeriod } from '@rodnik/domain/calendar/days'
import { deriveKey, hmac, isSame } from '../../platform/secrets.ts'

const MODULUS = 100_000_000
/** A receipt of this month, and of the two before: people keep the last one or two. */
const MONTHS = [0, -1, -2]

/**
 * Eight digits that the receipt of a month bears: whoever holds the paper has the account.
 * @param period the month of the receipt, 2026-11
 */
export function receiptCode(secret: string, accountNumber: string, period: string): string {
  const digest = hmac(deriveKey(secret, 'receipt-code'), `${accountNumber}\n${period}`)
  return String(digest.readUIntBE(0, 6) % MODULUS).padStart(8, '0')
}

/** Whether the code stands on a receipt of the account from this month or the two before. */
export function isReceiptCode(
  secret: string,
  { accountNumber, code }: { accountNumber: string; code: string },
  period: string,
): boolean {
  const typed = Buffer.from(code)
  return MONTHS.map((months) =>
    isSame(typed, Buffer.from(receiptCode(secret, accountNumber, shiftPeriod(period, months)))),
  ).includes(true)
}
