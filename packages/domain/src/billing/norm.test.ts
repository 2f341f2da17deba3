import { expect, test } from 'vitest'
import { coefficientSurplus, weightedVolume } from './coefficient.ts'
import { normVolume, personsCounted } from './norm.ts'
import { unauthorisedMonthLitres, unauthorisedMonths } from './unauthorised.ts'

test('two persons for ten days and three for twenty are charged by days, rounded once', () => {
  const spans = [
    { persons: 2, days: 10 },
    { persons: 3, days: 20 },
  ]
  expect(normVolume(9100, spans, 30)).toBe(24_267)
})

test('where nobody lives the owners are counted', () => {
  expect(personsCounted(0, 2)).toBe(2)
  expect(personsCounted(3, 2)).toBe(3)
})

test('no meter though one is possible: the surplus of K = 3 stands on its own line', () => {
  expect(coefficientSurplus(9100, [{ percent: 300, weight: 30 }], 4022)).toBe(73_201)
})

test('K = 1.5 for five days of December 2025 and K = 3 for the rest', () => {
  const spans = [
    { percent: 150, weight: 5 },
    { percent: 300, weight: 26 },
  ]
  expect(weightedVolume(9100, spans)).toBe(2_509_800)
  expect(weightedVolume(0, [])).toBe(0)
})

test('water past the meter costs ten norms for three months at most', () => {
  expect(unauthorisedMonthLitres(9100, 2, 10)).toBe(182_000)
  expect(unauthorisedMonths(5, { unauthorisedMonths: 3 })).toBe(3)
})
