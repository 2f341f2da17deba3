/** What is wrong with a typed account number, as a code that the page puts into words. */
export type AccountNumberFault = 'empty' | 'not_digits' | 'wrong_length' | 'wrong_prefix'

/** The digits alone: people copy «314 000 00 17» and «314-000-00-17» from paper. */
export function accountDigits(typed: string): string {
  return typed.replace(/[\s\u00a0-]/g, '')
}

/** Groups digits as receipts print them: 314 000 00 17. Anything but digits is left as typed. */
export function groupAccountNumber(typed: string): string {
  const digits = accountDigits(typed)
  if (!/^\d{1,10}$/.test(digits)) return typed
  return [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 8), digits.slice(8)]
    .filter((group) => group !== '')
    .join(' ')
}

/** The grouped number for reading, kept on one line. */
export function accountNumberOnPaper(number: string): string {
  return groupAccountNumber(number).replaceAll(' ', '\u00a0')
}

/** Judges a typed number before it is sent; an unknown prefix (page still loading) is not judged. */
export function accountNumberFault(typed: string, prefix = ''): AccountNumberFault | null {
  const digits = accountDigits(typed)
  if (digits === '') return 'empty'
  if (!/^\d+$/.test(digits)) return 'not_digits'
  if (digits.length !== 10) return 'wrong_length'
  return digits.startsWith(prefix) ? null : 'wrong_prefix'
}
