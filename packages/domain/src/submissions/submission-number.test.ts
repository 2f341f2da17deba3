import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSubmissionNumber, submissionNumber } from './submission-number.ts'

// Check digits from an independent reckoning of ISO/IEC 7812.
test.each([
  ['2026-11', 123n, '2611-0000123-7'],
  ['2026-01', 1n, '2601-0000001-7'],
  ['2026-11', 12_345_678n, '2611-12345678-4'],
])('%s, %s is number %s', (period, id, number) => {
  expect(submissionNumber(period, id)).toBe(number)
})

test.each([
  ['a wrong check digit', '2611-0000123-8'],
  ['a thirteenth month', '2613-0000123-5'],
  ['month zero', '2600-0000123-0'],
  ['a zero too many', '2611-00000123-2'],
  ['no dashes', '261100001237'],
  ['letters', '2611-000O123-7'],
  ['nothing', ''],
])('a number with %s is none', (_, text) => {
  expect(parseSubmissionNumber(text)).toBeNull()
})

const period = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)
const id = fc.bigInt({ min: 1n, max: 999_999_999_999n })

test('every number is read back', () => {
  fc.assert(
    fc.property(period, id, (month, running) => {
      expect(parseSubmissionNumber(` ${submissionNumber(month, running)} `)).toEqual({
        period: month,
        id: running,
      })
    }),
  )
})

test('one wrong digit is always found', () => {
  const change = fc.record({ place: fc.nat(), shift: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(period, id, change, (month, running, { place, shift }) => {
      const number = submissionNumber(month, running)
      const places = [...number.matchAll(/\d/g)].map((match) => match.index)
      const at = places[place % places.length] ?? 0
      const wrong = number.slice(0, at) + ((Number(number[at]) + shift) % 10) + number.slice(at + 1)
      expect(parseSubmissionNumber(wrong)).toBeNull()
    }),
  )
})

test('any text gives a number or null', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parseSubmissionNumber(text)).toBeNull()
    }),
  )
})
