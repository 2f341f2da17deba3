import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { houseKey, houseWeakKey } from './house-key.ts'

describe('one house, however it is typed', () => {
  test.each([
    ['12', '12'],
    ['  12  ', '12'],
    ['012', '12'],
    ['0012', '12'],
    ['12.', '12'],
    ['№12', '12'],
    ['№ 12', '12'],
    ['N12', '12'],
    ['No 12', '12'],
    ['д.12', '12'],
    ['д. 12', '12'],
    ['д 12', '12'],
    ['д-12', '12'],
    ['Дом 12', '12'],
    ['дом №12', '12'],
    ['дом номер 12', '12'],
    ['12 дом', '12'],
    ['двлд. 12', '12'],
    ['домовладение 12', '12'],
    ['вл. 12', '12'],
    ['владение 12', '12'],
    ['зд. 12', '12'],
    ['здание 12', '12'],
    ['12', '12'],
    ['1​2', '12'],
  ])('«%s» is a plain house', (typed, key) => {
    expect(houseKey(typed)).toBe(key)
  })

  test.each([
    ['12а'],
    ['12А'],
    ['12 а'],
    ['12-а'],
    ['12-А'],
    ['12 - а'],
    ['12–а'],
    ['12—А'],
    ['12 "А"'],
    ['12«а»'],
    ["12'а'"],
    ['12“А”'],
    ['д. 12 "А"'],
    ['д.12-а'],
    ['д12а'],
    ['12A'],
    ['12a'],
    ['012a'],
    ['012а'],
    ['12.а'],
    ['12,а'],
    ['12(а)'],
    ['12 лит. А'],
    ['12 литера А'],
    ['12 литер а'],
    ['12литА'],
    ['12 лит "А"'],
    ['12А'],
    ['дом 12 А.'],
    ['12а\u00A0'],
  ])('«%s» has the letter А', (typed) => {
    expect(houseKey(typed)).toBe('12А')
  })

  test.each([
    ['12к1', '12К1'],
    ['12К1', '12К1'],
    ['12k1', '12К1'],
    ['12 к 1', '12К1'],
    ['12 К 1', '12К1'],
    ['12 к.1', '12К1'],
    ['12, к. 1', '12К1'],
    ['12/к1', '12К1'],
    ['12 кор. 1', '12К1'],
    ['12 корп. 1', '12К1'],
    ['12корп1', '12К1'],
    ['12 корп.01', '12К1'],
    ['12 корпус 1', '12К1'],
    ['12, корпус № 1', '12К1'],
    ['12 корп-1', '12К1'],
    ['д. 12 корп. 1', '12К1'],
    ['12с3', '12С3'],
    ['12c3', '12С3'],
    ['12 с 3', '12С3'],
    ['12 стр. 3', '12С3'],
    ['12стр3', '12С3'],
    ['12 строение 3', '12С3'],
    ['12 соор. 2', '12Ж2'],
    ['12 сооружение 2', '12Ж2'],
    ['12 к 1 стр 2', '12К1С2'],
    ['12 корп. 1 строение 2', '12К1С2'],
    ['12а к1', '12АК1'],
    ['12А корп. 1', '12АК1'],
    ['12акорп1', '12АК1'],
    ['12 корп. А', '12КА'],
    ['12 корп', '12К'],
  ])('«%s» has a building of its own: %s', (typed, key) => {
    expect(houseKey(typed)).toBe(key)
  })

  test.each([
    ['12/1', '12/1'],
    ['12 / 1', '12/1'],
    ['12\\1', '12/1'],
    ['12-1', '12/1'],
    ['12 – 1', '12/1'],
    ['12/01', '12/1'],
    ['12 1', '12/1'],
    ['12/1а', '12/1А'],
    ['12а/1', '12А/1'],
    ['12а-1', '12А/1'],
    ['12/1/2', '12/1/2'],
    ['12½', '12/1/2'],
    ['12²', '12/2'],
    ['12/А', '12/А'],
    ['12д', '12Д'],
    ['12 Д', '12Д'],
    ['12ё', '12Е'],
    ['12й', '12Й'],
    ['12аб', '12АБ'],
    ['12 а б', '12А-Б'],
    ['0', '0'],
    ['', ''],
    ['-', ''],
    ['дом', ''],
    ['-12', '?12'],
    ['12ä', '12?'],
    ['12; DROP TABLE', '12DRОР-ТАВLЕ'],
  ])('«%s» is %s', (typed, key) => {
    expect(houseKey(typed)).toBe(key)
  })
})

test.each([
  ['12к1', '12/1'],
  ['12 корп. 1', '12/1'],
  ['12с1', '12/1'],
  ['12ж1', '12/1'],
  ['12/1', '12/1'],
  ['12к1с2', '12/1/2'],
  ['12а к1', '12А/1'],
  ['12/А', '12А'],
  ['12А', '12А'],
  ['12К', '12К'],
  ['12С', '12С'],
])('the weak form of «%s» is %s', (typed, key) => {
  expect(houseWeakKey(typed)).toBe(key)
})

type House = { number: number; letter: string; part: string }
const house: fc.Arbitrary<House> = fc.record({
  number: fc.integer({ min: 1, max: 9999 }),
  letter: fc.constantFrom('', 'А', 'Б', 'В', 'Д', 'К', 'М', 'Р', 'Я'),
  part: fc.constantFrom('', '/1', '/12', 'К1', 'К12', 'С3', 'Ж2', 'К1С2'),
})
const written = ({ number, letter, part }: House) => `${number}${letter}${part}`

/** Anything, and pieces of addresses in any order: the second finds what the first would need years for. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '1',
          '0',
          '12',
          'а',
          'К',
          'к',
          'с',
          'О',
          'Р',
          'т',
          'N',
          'o',
          'д',
          'дом',
          'корп',
          'стр',
          'соор',
          'лит',
        ],
        ...[
          'литера',
          'вл',
          'кв',
          'комн',
          'нет',
          'б',
          'н',
          'ж',
          ' ',
          '-',
          '/',
          '.',
          '?',
          '№',
          '²',
          'ё',
          'ä',
          '\u0301',
        ],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
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
