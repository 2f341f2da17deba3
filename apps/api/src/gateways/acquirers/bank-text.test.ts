import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBankText } from './bank-text.ts'

test.each([
  ['Вода — л/с\u00A03140000017', 'Вода - л/с 3140000017'],
  ['МУП «ПОВВ», 3,5 м³', 'МУП "ПОВВ", 3,5 м3'],
  ['Оплата 👍\nводы', 'Оплата воды'],
])('%j is written as %j', (text, written) => {
  expect(toBankText(text, 99)).toBe(written)
})

test('whatever is written, the bank takes it', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 300 })
  fc.assert(
    fc.property(words, (text) => {
      expect(toBankText(text, 99)).toMatch(/^[ -~А-Яа-яЁё№]{0,99}$/)
    }),
  )
})
