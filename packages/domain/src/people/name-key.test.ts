import { array, assert, property, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import { nameKey } from './name-key.ts'

test.each([
  ['Семёнова Анна Ильинична', 'АННА ИЛЬИНИЧНА СЕМЕНОВА'],
  ['  Иванов   Пётр ', 'петр иванов'],
  ['Римский – Корсаков Николай Андреевич', 'Николай Андреевич Римский-Корсаков'],
  ['Иванов, Иван Иванович', 'Иванов Иван Иванович'],
])('%s and %s are one name', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other))
})

test.each([
  ['Иванов Иван Иванович', 'Иванов Иван'],
  ['Иванов Иван Петрович', 'Иванов Пётр Иванович'],
  ['Иванова Анна', 'Иванов Анн'],
])('%s and %s are two names', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other))
})

test.each(['', ' ', 'Иванов', 'Иванов И.И.', '- -', '123 456'])('«%s» names nobody', (name) => {
  expect(nameKey(name)).toBeNull()
})

test('neither the order of words, their case nor spaces matter', () => {
  const word = stringMatching(/^[а-яё]{2,12}$/)
  assert(
    property(array(word, { minLength: 2, maxLength: 4 }), (words) => {
      const mixed = words.toReversed().map((part) => part.toUpperCase())
      expect(nameKey(mixed.join('   '))).toBe(nameKey(words.join(' ')))
    }),
  )
})
