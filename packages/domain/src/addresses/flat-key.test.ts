import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { flatKey } from './flat-key.ts'

test.each([
  ['45', '45'],
  [' 45 ', '45'],
  ['045', '45'],
  ['0000045', '45'],
  ['45.', '45'],
  ['№45', '45'],
  ['№ 45', '45'],
  ['N 45', '45'],
  ['кв45', '45'],
  ['кв.45', '45'],
  ['кв. 45', '45'],
  ['КВ 45', '45'],
  ['кв-45', '45'],
  ['kв. 45', '45'],
  ['квартира 45', '45'],
  ['квартира № 45', '45'],
  ['45 кв.', '45'],
  ['пом. 45', '45'],
  ['помещение 45', '45'],
  ['оф. 45', '45'],
  ['офис 45', '45'],
  ['45', '45'],
  ['5а', '5А'],
  ['5-а', '5А'],
  ['5 А', '5А'],
  ['5 "а"', '5А'],
  ['5a', '5А'],
  ['кв.5-А', '5А'],
  ['5/1', '5/1'],
  ['5-1', '5/1'],
  ['5 1', '5/1'],
  ['5 комн. 1', '5/1'],
  ['5комн1', '5/1'],
  ['5 ком 1', '5/1'],
  ['кв. 5, комната 1', '5/1'],
  ['кв. 5 к. 1', '5/1'],
  ['5к1', '5/1'],
  ['5 комн. А', '5/А'],
  ['комн. 1', '1'],
  ['5 комн.', '5'],
  ['5к', '5К'],
  ['3Н', '3Н'],
  ['пом. IV', 'IV'],
  ['-1', '?1'],
  ['1 OR 1=1', '1ОR1/1'],
])('flat «%s» is %s', (typed, key) => {
  expect(flatKey(typed)).toBe(key)
})

test.each([
  '',
  ' ',
  '0',
  '00',
  'кв. 0',
  '-',
  '—',
  '.',
  'нет',
  'НЕТ',
  'б/н',
  'Б\\Н',
  'бн',
  'б.н.',
  'без номера',
  'отсутствует',
  'частный дом',
  'ч/д',
  'кв',
])('«%s» is no flat: a private house', (typed) => {
  expect(flatKey(typed)).toBe('')
})

const PIECES = [...'1 0 45 а К в кв ком комн пом оф нет б н N o ч д - / . ? № ² ё ä'.split(' '), ' ']
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join('')),
)

test('a key of a key is the key, for any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(flatKey(flatKey(text))).toBe(flatKey(text))
    }),
    { numRuns: 3000 },
  )
})

test('two flats never share a key', () => {
  const flat = fc.tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.constantFrom('', 'А', 'Б', 'К', 'Н', '/1', '/12'),
  )
  fc.assert(
    fc.property(flat, flat, (one, other) => {
      expect(flatKey(one.join('')) === flatKey(other.join(''))).toBe(one.join('') === other.join(''))
    }),
  )
})
