import { expect, test } from 'vitest'
import { scaledFrom, scaledText } from '../../lib/typed-number.ts'
import { daysFrom, daysText } from './typed-days.ts'
import { stepsFrom, stepsText } from './typed-steps.ts'

test.each([
  ['40,22', 2, 4022],
  ['40.2', 2, 4020],
  ['1 040', 2, 104_000],
  ['9,1', 3, 9100],
  ['0,15', 2, 15],
  ['3', 0, 3],
  ['40,', 2, 4000],
])('«%s» with %i digits is %i', (typed, digits, value) => {
  expect(scaledFrom(typed, digits)).toBe(value)
})

test.each([
  ['', 2],
  ['40,225', 2],
  ['-1', 2],
  ['1,5', 0],
  ['сорок', 2],
  ['4,0,2', 2],
])('«%s» with %i digits is no number', (typed, digits) => {
  expect(scaledFrom(typed, digits)).toBeNaN()
})

test.each([
  [4022, 2, 2, '40,22'],
  [4000, 2, 2, '40,00'],
  [9100, 3, 0, '9,1'],
  [300, 2, 0, '3'],
  [5, 2, 0, '0,05'],
])('%i with %i digits, %i of them at least, is written %s', (value, digits, least, text) => {
  expect(scaledText(value, { digits, least, point: ',' })).toBe(text)
})

test('days off are typed as days and spans, and shown the same', () => {
  const days = daysFrom('01.01–03.01, 23.02;9.5', 2026)

  expect(days).toEqual(['2026-01-01', '2026-01-02', '2026-01-03', '2026-02-23', '2026-05-09'])
  expect(daysText(days ?? [])).toBe('01.01–03.01, 23.02, 09.05')
})

test('no days off at all is a list of none', () => {
  expect(daysFrom(' ', 2026)).toEqual([])
})

test.each(['29.02', '32.01', '03.01–01.01', '01.01-02.01-03.01', '1 января', '01.01.2026'])(
  '«%s» is no list of days of 2026',
  (typed) => {
    expect(daysFrom(typed, 2026)).toBeUndefined()
  },
)

test('without a year there are no days', () => {
  expect(daysFrom('01.01', Number.NaN)).toBeUndefined()
})

test('steps of penalties are typed with a share, and shown the same', () => {
  const steps = stepsFrom('1: 0; 31 – 1/300;91: 1 / 130')

  expect(steps).toEqual([
    { fromDay: 1, denominator: null },
    { fromDay: 31, denominator: 300 },
    { fromDay: 91, denominator: 130 },
  ])
  expect(stepsText(steps ?? [])).toBe('1: 0; 31: 1/300; 91: 1/130')
})

test.each(['31', '31: 300', '31: 1/', ': 1/300', '31: 2/300'])('«%s» is no step', (typed) => {
  expect(stepsFrom(typed)).toBeUndefined()
})
