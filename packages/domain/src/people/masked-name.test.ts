import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskedName } from './masked-name.ts'

test.each([
  ['Иванов Иван Иванович', 'И*** И. И.'],
  ['Иванов', 'И***'],
  ['Петрова-Водкина Анна', 'П*** А.'],
  ['John Smith', 'J*** S.'],
  ['  Мамедов   Али  Гасан оглы ', 'М*** А. Г.'],
  ['«Иванов» И.', 'И*** И.'],
  ['Й', 'Й***'],
  ['', ''],
  ['—', ''],
  ['<b>&', 'b***'],
])('«%s» is shown as «%s»', (name, shown) => {
  expect(maskedName(name)).toBe(shown)
})

test('no name shows more than three letters of itself, and nothing that a document could take for its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const shown = maskedName(name)
      expect(shown.match(/\p{L}/gu)?.length ?? 0).toBeLessThanOrEqual(3)
      expect(shown).not.toMatch(/[<>&"'\p{Cc}]/u)
    }),
  )
})
