import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { houseKey, houseWeakKey } from './house-key.ts'

type House = { number: number; letter: string; part: string }
const house: fc.Arbitrary<House> = fc.record({
  number: fc.integer({ min: 1, max: 9999 }),
  letter: fc.constantFrom('', 'А', 'Б', 'В', 'Д', 'К', 'М', 'Р', 'Я'),
  part: fc.constantFrom('', '/1', '/12', 'К1', 'К12', 'С3', 'Ж2', 'К1С2'),
})
const written = ({ number, letter, part }: House) => `${number}${letter}${part}`

/** Anything, and pieces of addresses in any order: the second finds what the first would need years for. */
const PIECES = [
  ...'1 0 12 а К к с О Р т N o д б н ж дом корп стр соор лит литера вл кв комн нет - / . ? № ² ё ä'.split(
    ' ',
  ),
  ' ',
  '\u0301',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join('')),
)
const RUNS = { numRuns: 3000 }

test('a key of a key is the key, for any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(houseKey(houseKey(text))).toBe(houseKey(text))
      expect(houseWeakKey(houseWeakKey(text))).toBe(houseWeakKey(text))
      expect(houseWeakKey(houseKey(text))).toBe(houseWeakKey(text))
    }),
    RUNS,
  )
})

test('a key has only digits, letters, slashes and dashes, or a mark of what is none of them', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(houseKey(text)).toMatch(/^[0-9А-ЯA-Z?/-]*$/)
    }),
    RUNS,
  )
})

test('two houses never share a key', () => {
  fc.assert(
    fc.property(house, house, (one, other) => {
      expect(houseKey(written(one)) === houseKey(written(other))).toBe(written(one) === written(other))
    }),
    RUNS,
  )
})

const LATIN: Record<string, string> = { А: 'A', В: 'B', К: 'K', М: 'M', Р: 'P', С: 'C' }

test('case, quotes, spaces, Latin look-alikes, zeros and «д.» change nothing', () => {
  const habits = fc.record({
    isLower: fc.boolean(),
    isLatin: fc.boolean(),
    prefix: fc.constantFrom('', 'д.', 'д ', 'дом ', 'Дом №', ' '),
    zeros: fc.constantFrom('', '0', '00'),
    before: fc.constantFrom('', ' ', '-', '"', ' «', '\u00A0'),
    around: fc.constantFrom('', ' ', '  ', '\u2009'),
  })
  fc.assert(
    fc.property(house, habits, (one, habit) => {
      const part = one.part.replace(/^([/К])/, `${habit.around}$1${habit.around}`)
      const plain = `${habit.zeros}${one.number}${one.letter && habit.before + one.letter}${part}`
      const latin = habit.isLatin ? plain.replaceAll(/[АВКМРС]/g, (letter) => LATIN[letter] ?? letter) : plain
      const typed = habit.prefix + (habit.isLower ? latin.toLowerCase() : latin)
      expect(houseKey(typed)).toBe(houseKey(written(one)))
    }),
    RUNS,
  )
})

test.each([
  ['40 letters', 'К'.repeat(40)],
  ['40 dashes', '-'.repeat(40)],
  ['40 words', 'дом '.repeat(10)],
  ['a hundred thousand spaces', `12${' '.repeat(100_000)}а`],
  ['a hundred thousand buildings', 'к1'.repeat(50_000)],
  ['a hundred thousand slashes and letters', '1/А'.repeat(33_000)],
  ['a hundred thousand letters', 'корпус'.repeat(16_000)],
])('%s cost no more than their length', (_, text) => {
  const startedAt = performance.now()
  houseWeakKey(text)
  expect(performance.now() - startedAt).toBeLessThan(1000)
})
