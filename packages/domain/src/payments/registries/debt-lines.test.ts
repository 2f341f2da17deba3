import { expect, test } from 'vitest'
import { dayNames, fillLine, inRoubles, maskedName } from './debt-lines.ts'

test.each([
  ['Петрова Нина Ивановна', 'П*** Н. И.'],
  ['  Ли  ', 'Л***'],
  ['', ''],
])('%j goes to a bank as %j', (name, masked) => {
  expect(maskedName(name)).toBe(masked)
})

test('what parts the cells stands in none of them', () => {
  expect(fillLine('{name}|{flat}|{kopecks}', { name: 'А|Б\r\nВ', flat: '', kopecks: '5' }, '|')).toBe(
    'А Б В||5',
  )
})

test('what nobody knows is an empty cell', () => {
  expect(fillLine('{unknown}|x', {}, '|')).toBe('|x')
})

test('names of days are those of the day', () => {
  expect(dayNames('2026-11-05')).toEqual({ MMYY: '1126', MMYYYY: '112026', YYYYMMDD: '20261105' })
})

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [123_456, '1234.56'],
])('%i kopecks are %s', (kopecks, roubles) => {
  expect(inRoubles(kopecks)).toBe(roubles)
})
