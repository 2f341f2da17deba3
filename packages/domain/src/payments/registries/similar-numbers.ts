const DIGITS = '0123456789'
const ACCOUNT_DIGITS = 10

/**
 * Account numbers that somebody may have meant who typed this: the number itself, then two neighbours swapped, a digit
 * wrong, a digit lost or a digit too many. What is not nearly a number of ten digits is like none.
 */
export function similarNumbers(typed: string): string[] {
  const digits = typed.replaceAll(/\D/g, '')
  const found = new Set<string>([
    digits,
    ...swapped(digits),
    ...replaced(digits),
    ...added(digits),
    ...removed(digits),
  ])
  return [...found].filter((number) => number.length === ACCOUNT_DIGITS)
}

const places = (digits: string) => Array.from(digits, (_, i) => i)

const swapped = (digits: string) =>
  places(digits).map(
    (i) => digits.slice(0, i) + digits.slice(i + 1, i + 2) + digits.slice(i, i + 1) + digits.slice(i + 2),
  )

const replaced = (digits: string) =>
  places(digits).flatMap((i) =>
    Array.from(DIGITS, (digit) => digits.slice(0, i) + digit + digits.slice(i + 1)),
  )

const added = (digits: string) =>
  digits.length === ACCOUNT_DIGITS - 1
    ? places(`${digits} `).flatMap((i) =>
        Array.from(DIGITS, (digit) => digits.slice(0, i) + digit + digits.slice(i)),
      )
    : []

const removed = (digits: string) =>
  digits.length === ACCOUNT_DIGITS + 1
    ? places(digits).map((i) => digits.slice(0, i) + digits.slice(i + 1))
    : []
