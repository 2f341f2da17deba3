import type { StreetPart } from '@rodnik/contract/outages'

type Side = NonNullable<StreetPart['side']>

const SIDES: readonly (readonly [RegExp, Side])[] = [
  [/\s*(?:\(?(?:нечётные|нечетные|нечётная сторона|нечетная сторона|нечет|odd)\)?)$/iu, 'odd'],
  [/\s*(?:\(?(?:чётные|четные|чётная сторона|четная сторона|чет|even)\)?)$/iu, 'even'],
]
const BETWEEN = /^(?:с\s+|from\s+)?(\d{1,4})\s*(?:[-–—]|по|to)\s*(\d{1,4})$/iu
const FROM = /^(?:с|от|from)\s*(\d{1,4})$/iu
const TO = /^(?:до|по|to)\s*(\d{1,4})$/iu
const MAX_HOUSE = 20
const MAX_STREET = 120

type Limits = Pick<StreetPart, 'houseFrom' | 'houseTo' | 'side'>

/** «1–25 нечётные», «с 80», «чётные»; null: it is a house, or nothing that can be read. */
function limitsOf(item: string): Limits | null {
  const found = SIDES.find(([pattern]) => pattern.test(item))
  if (!found) return numbersOf(item, null)
  const [pattern, side] = found
  const numbers = item.replace(pattern, '')
  return numbers === '' ? { houseFrom: null, houseTo: null, side } : numbersOf(numbers, side)
}

function numbersOf(numbers: string, side: Limits['side']): Limits | null {
  const [, first, last] = BETWEEN.exec(numbers) ?? []
  // «12-1» is a house of its own, «1-12» are twelve.
  if (Number(first) < Number(last)) return { houseFrom: Number(first), houseTo: Number(last), side }
  const from = FROM.exec(numbers)?.[1]
  if (from) return { houseFrom: Number(from), houseTo: null, side }
  const to = TO.exec(numbers)?.[1]
  return to ? { houseFrom: null, houseTo: Number(to), side } : null
}

const isHouse = (item: string) => /^\D{0,12}\d/u.test(item) && item.length <= MAX_HOUSE

/** The street of a line, and what stands behind its colon, or behind its first comma where houses follow. */
function splitLine(line: string): [street: string, rest: string] {
  const colon = line.indexOf(':')
  if (colon >= 0) return [line.slice(0, colon).trim(), line.slice(colon + 1)]
  const comma = /,(?=\s*(?:д\.?\s*|дом\s+)?\d)/iu.exec(line)
  return comma ? [line.slice(0, comma.index).trim(), line.slice(comma.index + 1)] : [line, '']
}

/** The parts of a street that one line names; null: it cannot be read. */
function partsOfLine(line: string): StreetPart[] | null {
  const [street, rest] = splitLine(line)
  if (!/\p{L}/u.test(street) || street.length > MAX_STREET || street.includes(';')) return null
  const items = rest
    .split(/[,;]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
  const limits = items.map(limitsOf)
  const houses = items.filter((_, i) => limits[i] === null)
  if (!houses.every(isHouse)) return null
  const whole: Limits = { houseFrom: null, houseTo: null, side: null }
  const parts = limits.filter((one) => one !== null).map((one) => ({ street, houses: [], ...one }))
  if (parts.length === 0 || houses.length > 0) return [...parts, { street, houses, ...whole }]
  return parts
}

/**
 * The streets that staff type or paste, a line each: «ул. Кирова», «ул. Кирова: 1–25 нечётные, 30, 32а».
 * @returns the parts, and the numbers (from 1) of the lines that cannot be read
 */
export function readStreetLines(typed: string): { parts: StreetPart[]; wrongLines: number[] } {
  const lines = typed.split('\n').map((line) => line.trim().replaceAll(/\s+/g, ' '))
  const read = lines.map((line) => (line === '' ? [] : partsOfLine(line)))
  return {
    parts: read.flatMap((parts) => parts ?? []),
    wrongLines: read.flatMap((parts, i) => (parts === null ? [i + 1] : [])),
  }
}

const WORDS = {
  ru: { from: 'с', to: 'до', odd: 'нечётные', even: 'чётные' },
  en: { from: 'from', to: 'to', odd: 'odd', even: 'even' },
} as const

/** The houses of a part as a line has them; empty: all of the street. */
export function housesInWords(part: StreetPart, language: 'ru' | 'en'): string {
  const { houses, houseFrom, houseTo, side } = part
  if (houses.length > 0) return houses.join(', ')
  const words = WORDS[language]
  return [numbersInWords(houseFrom, houseTo, words), side === null ? '' : words[side]]
    .filter((word) => word !== '')
    .join(' ')
}

function numbersInWords(
  from: number | null,
  to: number | null,
  words: (typeof WORDS)[keyof typeof WORDS],
): string {
  if (from !== null && to !== null && from < to) return `${from}–${to}`
  if (from !== null && to === null) return `${words.from} ${from}`
  if (to !== null && from === null) return `${words.to} ${to}`
  return from === null ? '' : String(from)
}

/** A part as a line that reads as the same part again. */
export function streetLine(part: StreetPart, language: 'ru' | 'en'): string {
  const houses = housesInWords(part, language)
  return houses === '' ? part.street : `${part.street}: ${houses}`
}
