import { expect, test } from 'vitest'
import { guardFormula, toCsv } from './csv.ts'

const cells = (...row: Parameters<typeof toCsv>[0]['rows'][number]) =>
  toCsv({ title: 't', columns: ['a'], rows: [row] })
    .toString()
    .split('\r\n')[1]

test.each([
  [0, '0,00'],
  [5, '0,05'],
  [123_456, '1234,56'],
  [-7, '-0,07'],
  [-20_000, '-200,00'],
])('%i kopecks are written as %s', (kopecks, written) => {
  expect(cells({ kopecks })).toBe(written)
})

test('a credit stays a number, though it begins with a minus', () => {
  expect(cells({ litres: -500 }, { kopecks: -1 })).toBe('-0,500;-0,01')
})

test('days and months are written so that a spreadsheet knows them', () => {
  expect(cells({ day: '2026-11-23' }, { period: '2026-11' }, null)).toBe('23.11.2026;2026-11;')
})

test.each(['=1+1', '+7', '-2', '@SUM(A1)', '\t=1', '\r=1'])('the text %j is no formula', (text) => {
  expect(guardFormula(text)).toBe(`'${text}`)
})

test('a text with a separator, a quote or a line break stays one cell', () => {
  expect(cells('кухня; «левый» "A"')).toBe('"кухня; «левый» ""A"""')
})
