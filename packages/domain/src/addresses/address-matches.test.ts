import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressMatches } from './address-matches.ts'
import { flatKey } from './flat-key.ts'
import { houseKey, houseWeakKey } from './house-key.ts'

const premises = (house: string, flat: string) => ({
  houseKey: houseKey(house),
  houseWeakKey: houseWeakKey(house),
  flatKey: flatKey(flat),
})
const matches = (house: string, flat: string, registered: [string, string]) =>
  addressMatches({ house, flat }, premises(...registered))

describe('lets a resident in who types', () => {
  test.each<[string, string, string, [string, string]]>([
    ['the address as registered', '12а', '45', ['12а', '45']],
    ['it in another manner', 'д. 12-A', 'кв. 045', ['12а', '45']],
    ['a slash for a building', '12/1', '45', ['12 корп. 1', '45']],
    ['a building for a slash', '12к1', '45', ['12/1', '45']],
    ['a slash before the letter', '12/а', '45', ['12а', '45']],
    ['the flat behind the house after a dash', '12а-45', '', ['12а', '45']],
    ['the flat behind the house after a slash', '12а/45', '', ['12а', '45']],
    ['the flat behind the house after a comma', '12а, 45', '', ['12а', '45']],
    ['the flat behind the house after «кв»', '12а кв 45', '', ['12а', '45']],
    ['the flat behind the house after «кв» without spaces', '12акв45', '', ['12а', '45']],
    ['the flat behind the house after «кв-»', '12а, кв-45', '', ['12а', '45']],
    ['the flat behind a house that has a fraction', '12/1-45', '', ['12/1', '45']],
    ['both into the house, and a dash for the flat', '12а кв. 45', '-', ['12а', '45']],
    ['a private house and no flat', '7', '', ['7', '']],
    ['a private house and zero', '7', '0', ['7', '']],
    ['a private house and «нет»', '7', 'нет', ['7', '0']],
    ['a private house twice', '7а', 'д. 7 А', ['7а', '']],
    ['a private house twice, in the weak form', '7/1', '7к1', ['7 корп. 1', '']],
  ])('%s', (_, house, flat, registered) => {
    expect(matches(house, flat, registered)).toBe(true)
  })
})

describe('keeps a stranger out who types', () => {
  test.each<[string, string, string, [string, string]]>([
    ['another house', '13', '45', ['12', '45']],
    ['another letter', '12б', '45', ['12а', '45']],
    ['another flat', '12а', '46', ['12а', '45']],
    ['a flat where there is none', '7', '1', ['7', '']],
    ['no flat where there is one', '12а', '', ['12а', '45']],
    ['zero for a flat', '12а', '0', ['12а', '45']],
    ['minus one', '12а', '-1', ['12а', '1']],
    ['a condition of SQL', '12а', '1 OR 1=1', ['12а', '1']],
    ['a flat behind the house and another in its field', '12а-45', '46', ['12а', '45']],
    ['the flat in both fields', '12а-45', '45', ['12а', '45']],
    ['nothing', '', '', ['12а', '45']],
    ['signs for a house', '-', '45', ['12а', '45']],
    ['a private house as the flat only', '8', '7', ['7', '']],
    ['digits that grow together', '1 2', '45', ['12', '45']],
  ])('%s', (_, house, flat, registered) => {
    expect(matches(house, flat, registered)).toBe(false)
  })
})

test('signs never match premises that were imported without a house', () => {
  expect(matches('-', '', ['-', ''])).toBe(false)
})

test('any two texts give an answer', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  fc.assert(
    fc.property(text, text, (house, flat) => {
      expect(matches(house, flat, ['12а', '45'])).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('of all houses and flats an account takes only its own', () => {
  const address = fc.record({
    house: fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('', 'А', 'Б', '/1', '/2'))
      .map((parts) => parts.join('')),
    flat: fc.integer({ min: 1, max: 30 }).map(String),
  })
  fc.assert(
    fc.property(address, address, (typed, registered) => {
      const isSame = typed.house === registered.house && typed.flat === registered.flat
      expect(matches(typed.house, typed.flat, [registered.house, registered.flat])).toBe(isSame)
    }),
    { numRuns: 2000 },
  )
})
