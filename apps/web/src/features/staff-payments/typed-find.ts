import { accountDigits } from '../../lib/account-number.ts'

const MAX_LENGTH = 40

/**
 * A number as it is looked for: accounts are copied in groups, and numbers of payments typed in small letters or with
 * the Russian «Р». A number of a bank stays as it is.
 */
export function findOf(typed: string): string {
  const text = typed.trim().slice(0, MAX_LENGTH)
  const digits = accountDigits(text)
  if (/^\d{10}$/.test(digits)) return digits
  return /^[PР]\d{4}-\d{7,12}-\d$/i.test(text) ? `P${text.slice(1)}` : text
}
