import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { kopecksOf, roublesOf } from './roubles.ts'

test.each([
  ['461.79', 46_179],
  ['461.7', 46_170],
  ['461', 46_100],
  ['0', 0],
  ['0.01', 1],
  ['1.10', 110],
])('%s roubles are %i kopecks', (roubles, kopecks) => {
  expect(kopecksOf(roubles)).toBe(kopecks)
})

test.each([
  '',
  '-1',
  '+1',
  '461,79',
  '1e3',
  '0x10',
  ' 1',
  '1 000',
  '1.',
  '.5',
  '007',
  '1.123456789012',
  '1.000',
  'NaN',
  'Infinity',
  '１',
  '1\n',
])('«%s» is no sum', (roubles) => {
  expect(kopecksOf(roubles)).toBeNull()
})

test('a sum that no number holds exactly is beyond every limit', () => {
  expect(kopecksOf('9'.repeat(60))).toBe(Number.POSITIVE_INFINITY)
})

test('what is written is read back, to the kopeck', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (kopecks) => {
      expect(kopecksOf(roublesOf(kopecks))).toBe(kopecks)
    }),
  )
})
