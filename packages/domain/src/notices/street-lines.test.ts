import type { StreetPart } from '@rodnik/contract/outages'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStreetLines, streetLine } from './street-lines.ts'

const part = (facts: Partial<StreetPart> = {}): StreetPart => ({
  street: 'ул. Кирова',
  houses: [],
  houseFrom: null,
  houseTo: null,
  side: null,
  ...facts,
})

test.each([
  ['ул. Кирова', [part()]],
  ['  ул.  Кирова :  ', [part()]],
  ['ул. Кирова: 12, 14а; 16 корп. 2', [part({ houses: ['12', '14а', '16 корп. 2'] })]],
  ['ул. Кирова, д. 12, 14', [part({ houses: ['д. 12', '14'] })]],
  ['ул. Кирова: 1-25 нечётные', [part({ houseFrom: 1, houseTo: 25, side: 'odd' })]],
  ['ул. Кирова: с 2 по 40 (чётная сторона)', [part({ houseFrom: 2, houseTo: 40, side: 'even' })]],
  ['ул. Кирова: нечетные', [part({ side: 'odd' })]],
  ['ул. Кирова: с 80', [part({ houseFrom: 80 })]],
  ['ул. Кирова: до 30', [part({ houseTo: 30 })]],
  ['ул. Кирова: 12-1', [part({ houses: ['12-1'] })]],
  ['ул. Кирова: 1–9, 12', [part({ houseFrom: 1, houseTo: 9 }), part({ houses: ['12'] })]],
  ['', []],
])('«%s»', (line, parts) => {
  expect(readStreetLines(line)).toEqual({ parts, wrongLines: [] })
})

test('a line that cannot be read is named, and the others are read', () => {
  const typed = 'ул. Кирова\n12, 14\nул. Труда: весь квартал\n\nул. Труда: 5'

  expect(readStreetLines(typed)).toEqual({
    parts: [part(), part({ street: 'ул. Труда', houses: ['5'] })],
    wrongLines: [2, 3],
  })
})

const house = fc.integer({ min: 1, max: 999 })
const someLimits = fc
  .tuple(fc.option(house), fc.option(house), fc.option(fc.constantFrom('odd' as const, 'even' as const)))
  .filter(([from, to]) => from === null || to === null || from < to)
  .map(([houseFrom, houseTo, side]) => part({ houseFrom, houseTo, side }))
const someHouses = fc
  .array(fc.constantFrom('1', '12а', '14 корп. 2', '7/3', '9 стр. 1'), { minLength: 1 })
  .map((houses) => part({ houses }))

test('a part that is written reads as the same part, in both languages', () => {
  fc.assert(
    fc.property(
      fc.oneof(someLimits, someHouses),
      fc.constantFrom('ru' as const, 'en' as const),
      (one, language) => {
        expect(readStreetLines(streetLine(one, language))).toEqual({ parts: [one], wrongLines: [] })
      },
    ),
  )
})

test('whatever is pasted is read or named, never thrown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const { parts, wrongLines } = readStreetLines(typed)
      const lines = typed.split('\n').filter((line) => line.trim() !== '')
      expect(parts.length + wrongLines.length).toBeGreaterThanOrEqual(lines.length)
    }),
  )
})
