/** Why a number of a register cannot be right. `wrong_check`: a digit is mistyped or two have changed places. */
export type NumberFault = 'empty' | 'not_digits' | 'wrong_length' | 'wrong_start' | 'wrong_check'

export type OrganisationKind = 'legal_entity' | 'sole_trader'

const INN_LENGTH = { legal_entity: 10, sole_trader: 12 } as const
/** The weights of the digits before each control number; that of a sole trader has two. */
const INN_WEIGHTS = {
  legal_entity: [[2, 4, 10, 3, 5, 9, 4, 6, 8]],
  sole_trader: [
    [7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
    [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
  ],
} as const

/** Numbers are copied with spaces between their groups; nothing else is forgiven. */
export const registrationNumber = (typed: string): string => typed.replaceAll(/\s/g, '').toUpperCase()

function shapeFault(number: string, length: number): NumberFault | null {
  if (number === '') return 'empty'
  if (!/^\d+$/.test(number)) return 'not_digits'
  return number.length === length ? null : 'wrong_length'
}

/** A weighted sum modulo 11, of which the last digit counts: 10 is written as 0. */
function innDigit(number: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0)
  return (sum % 11) % 10
}

/**
 * ИНН, the taxpayer's number: 10 digits of a legal entity, 12 of a person who trades alone.
 * Its structure is that of the order of ФНС of 29.06.2012 № ММВ-7-6/435@: a code of the tax office, a running
 * number, one or two control numbers.
 */
export function innFault(number: string, kind: OrganisationKind): NumberFault | null {
  const fault = shapeFault(number, INN_LENGTH[kind])
  if (fault) return fault
  if (number.startsWith('00')) return 'wrong_start'
  const isRight = INN_WEIGHTS[kind].every(
    (weights) => innDigit(number, weights) === Number(number[weights.length]),
  )
  return isRight ? null : 'wrong_check'
}

/**
 * КПП, the reason of registration: office, two signs of the reason (digits or capital Latin letters), number.
 * Same order as ИНН. It has no control number, and a sole trader has no КПП.
 */
export function kppFault(number: string): NumberFault | null {
  if (number === '') return 'empty'
  if (number.length !== 9) return 'wrong_length'
  if (!/^\d{4}[\dA-Z]{2}\d{3}$/.test(number)) return 'not_digits'
  return number.startsWith('00') ? 'wrong_start' : null
}

/**
 * ОГРН of a legal entity, 13 digits from 1 or 5; the last is the rest of the others divided by 11.
 * Federal law of 08.08.2001 № 129-ФЗ; structure by the order of the Ministry of Finance of 30.10.2017 № 165н.
 */
export const ogrnFault = (number: string): NumberFault | null =>
  stateNumberFault(number, { length: 13, start: /^[15]/, divisor: 11n })

/** ОГРНИП of a sole trader, 15 digits from 3; the last is the rest of the others divided by 13. Same sources. */
export const ogrnipFault = (number: string): NumberFault | null =>
  stateNumberFault(number, { length: 15, start: /^3/, divisor: 13n })

function stateNumberFault(
  number: string,
  { length, start, divisor }: { length: number; start: RegExp; divisor: bigint },
): NumberFault | null {
  const fault = shapeFault(number, length)
  if (fault) return fault
  if (!start.test(number)) return 'wrong_start'
  const control = (BigInt(number.slice(0, -1)) % divisor) % 10n
  return control === BigInt(number.slice(-1)) ? null : 'wrong_check'
}
