import { addDays } from '../../calendar/days.ts'

/** A vector that cannot be read or computed; the message names the field. */
export class VectorFault extends Error {}

export type Given = Readonly<Record<string, unknown>>
export type Computed = Record<string, unknown>
/** Computes what a vector expects from what it gives, by the rules of the house. */
export type Adapter = (given: Given) => Computed

export const isRecord = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isAbsent = (value: unknown) => value === undefined || value === null

export function has(given: Given, field: string): boolean {
  return !isAbsent(given[field])
}

export function record(given: Given, field: string): Given {
  const value = given[field]
  if (!isRecord(value)) throw new VectorFault(`${field} is no object`)
  return value
}

export function list(given: Given, field: string): readonly unknown[] {
  const value = given[field]
  if (!Array.isArray(value)) throw new VectorFault(`${field} is no list`)
  return value as unknown[]
}

/** A list of objects; an absent one is empty. */
export function records(given: Given, field: string): Given[] {
  if (!has(given, field)) return []
  return list(given, field).map((value, index) => {
    if (!isRecord(value)) throw new VectorFault(`${field}[${index}] is no object`)
    return value
  })
}

export function word(given: Given, field: string): string {
  const value = given[field]
  if (typeof value !== 'string' || value === '') throw new VectorFault(`${field} is no text`)
  return value
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export function day(given: Given, field: string): string {
  const value = word(given, field)
  if (!DAY.test(value) || addDays(value, 0) !== value) throw new VectorFault(`${field} is no day: ${value}`)
  return value
}

/** Whole number, e.g. of kopecks, persons or days; an absent one is the fallback, if there is one. */
export function whole(given: Given, field: string, fallback?: number): number {
  if (!has(given, field) && fallback !== undefined) return fallback
  return scaled(given[field], 0, field)
}

/** A count that cannot be negative. */
export function count(given: Given, field: string, fallback?: number): number {
  return natural(whole(given, field, fallback), field)
}

/** A divisor. */
export function positive(given: Given, field: string): number {
  const value = whole(given, field)
  if (value <= 0) throw new VectorFault(`${field} is not above zero`)
  return value
}

/** Cubic metres with up to three digits after the point → litres. */
export const litres = (given: Given, field: string): number => scaled(given[field], 3, field)

/** What a face, a norm or an average shows: never below zero. */
export const shown = (given: Given, field: string): number => natural(litres(given, field), field)

/** Roubles → kopecks, percent → hundredths of one, K → hundredths; prices, rates and K are not negative. */
export const hundredths = (given: Given, field: string): number =>
  natural(scaled(given[field], 2, field), field)

function natural(value: number, field: string): number {
  if (value < 0) throw new VectorFault(`${field} is negative`)
  return value
}

/** True or false; an absent one is false. */
export function flag(given: Given, field: string): boolean {
  const value = given[field] ?? false
  if (typeof value !== 'boolean') throw new VectorFault(`${field} is neither true nor false`)
  return value
}

const DECIMAL = /^(?<sign>[-+]?)(?<whole>\d+)(?:[.,](?<fraction>\d*?)0*)?$/

/** A decimal as a whole number of its smallest unit, digit by digit: no float on the way. */
export function scaled(value: unknown, digits: number, field: string): number {
  if (isAbsent(value)) throw new VectorFault(`${field} is missing`)
  const { sign, whole: wholePart, fraction = '' } = DECIMAL.exec(spelled(value))?.groups ?? {}
  if (wholePart === undefined || fraction.length > digits) {
    throw new VectorFault(`${field} is no number with up to ${digits} digits: ${JSON.stringify(value)}`)
  }
  const number = Number(wholePart + fraction.padEnd(digits, '0'))
  if (!Number.isSafeInteger(number)) throw new VectorFault(`${field} is too large`)
  return sign === '-' && number !== 0 ? -number : number
}

/** JSON has decimals as texts and whole numbers as numbers; both are read as they are written. */
function spelled(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' ? String(value) : ''
}

/** Litres → cubic metres with three digits. */
export function cubicMetres(volumeLitres: number): string {
  const digits = String(Math.abs(volumeLitres)).padStart(4, '0')
  return `${volumeLitres < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`
}
