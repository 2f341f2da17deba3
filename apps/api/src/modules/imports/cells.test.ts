import { describe, expect, test } from 'vitest'
import {
  choices,
  readChoice,
  readDate,
  readInteger,
  readPeriod,
  readText,
  readVolume,
  readYesNo,
} from './cells.ts'

const code = (answer: unknown) => (answer as { reason: string }).reason.split('|')[0]

describe('a date', () => {
  test.each([
    ['31.12.2026', '2026-12-31'],
    ['1.2.2026', '2026-02-01'],
    ['2026-12-31', '2026-12-31'],
    ['29.02.2028', '2028-02-29'],
    [' 05.06.2024 0:00:00 ', '2024-06-05'],
    ['2024-06-05T00:00:00.000Z', '2024-06-05'],
  ])('%s is the day %s', (cell, day) => expect(readDate(cell)).toBe(day))

  test.each([
    '31.02.2026',
    '29.02.2026',
    '00.01.2026',
    '2026-13-01',
    '12/31/2026',
    '31.12.26',
    'вчера',
    '46000',
  ])('%s is refused', (cell) => expect(code(readDate(cell))).toBe('not_a_date'))
})

describe('a month', () => {
  test.each(['10.2026', '2026-10', 'Октябрь 2026', '22.10.2026', '2026-10-01'])(
    '%s is October 2026',
    (cell) => expect(readPeriod(cell)).toBe('2026-10-01'),
  )

  test.each(['13.2026', 'окт 2026', '2026', '10'])('%s is refused', (cell) =>
    expect(code(readPeriod(cell))).toBe('not_a_month'),
  )
})

describe('a volume', () => {
  test.each([
    ['123,456', 123_456],
    ['123.456', 123_456],
    ['00123,4', 123_400],
    ['1 234,5', 1_234_500],
    ['0', 0],
  ])('%s m³ is %d litres', (cell, litres) => expect(readVolume(cell)).toBe(litres))

  test.each([
    ['-5', 'not_a_number'],
    ['1e3', 'not_a_number'],
    ['0x1F', 'not_a_number'],
    ['12,3456', 'too_many_fraction_digits'],
    ['99999999', 'too_large'],
  ])('%s is refused: %s', (cell, reason) => expect(code(readVolume(cell))).toBe(reason))
})

test.each([
  ['Да', true],
  ['нет', false],
  ['1', true],
  ['NO', false],
])('%s is understood as %s', (cell, value) => expect(readYesNo(cell)).toBe(value))

test('a line break inside a cell becomes a space', () => {
  expect(readText(40)('ООО\r\n  Родник ')).toBe('ООО Родник')
})

test('NUL and other control characters never reach the database', () => {
  expect(code(readText(40)('a\u0000b'))).toBe('control_characters')
})

test.each(['', '5.0', '-1', '1e1', '10'])('%s digits of a meter are refused', (cell) =>
  expect(code(readInteger(3, 8)(cell))).toMatch(/not_an_integer|out_of_range/),
)

test('a word is known with a space, a line or in capitals', () => {
  const read = readChoice(choices([['cold_water', 'холодная_вода cold_water']]))
  expect(['cold_water', 'Cold  water', 'ХОЛОДНАЯ ВОДА'].map(read)).toEqual(Array(3).fill('cold_water'))
})
