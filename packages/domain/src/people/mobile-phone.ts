/** What people put between the digits: spaces of all kinds, dashes of all kinds, brackets, dots. */
const SEPARATORS = /[\s().\p{Pd}−]/gu

/**
 * A Russian mobile number in its one form, +79XXXXXXXXX (E.164), from the ways it is typed here:
 * 8 (912) 345-67-89 · +7 912 345 67 89 · 7 9123456789 · 912 345-67-89. Null for anything else.
 */
export function mobilePhone(typed: string): string | null {
  const number = /^(?:\+7|7|8)?(9\d{9})$/.exec(typed.replaceAll(SEPARATORS, ''))?.[1]
  return number === undefined ? null : `+7${number}`
}
