import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faceDigits, formatVolume, parseVolume } from './typed-volume.ts'

test.each([
  ['0', 0],
  ['12', 12_000],
  ['12,5', 12_500],
  ['12.5', 12_500],
  ['12,345', 12_345],
  ['00012,345', 12_345],
  ['0,001', 1],
  [',5', 500],
  ['12,', 12_000],
  ['12.', 12_000],
  [' 12,5 ', 12_500],
  ['12 , 5', 12_500],
  ['1 234,5', 1_234_500],
  ['1\u00A0234,5', 1_234_500],
  ['1\u2009234,5', 1_234_500],
  ['1\u202F234,5', 1_234_500],
  ['123 456', 123_456_000],
  ['999999,999', 999_999_999],
  ['000000000000000000000012', 12_000],
])('«%s» m³ is %i litres', (typed, litres) => {
  expect(parseVolume(typed, 3)).toEqual({ ok: true, litres })
})

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['\u00A0', 'empty'],
  [',', 'not_a_number'],
  ['.', 'not_a_number'],
  ['-0', 'not_a_number'],
  ['-5', 'not_a_number'],
  ['+5', 'not_a_number'],
  ['1e3', 'not_a_number'],
  ['0x1F', 'not_a_number'],
  ['NaN', 'not_a_number'],
  ['Infinity', 'not_a_number'],
  ['12,5,5', 'not_a_number'],
  ['1.234,5', 'not_a_number'],
  ['1,234.5', 'not_a_number'],
  ['12 5', 'not_a_number'],
  ['00012 345', 'not_a_number'],
  ['12,3 4', 'not_a_number'],
  ['12m', 'not_a_number'],
  ['двенадцать', 'not_a_number'],
  ['１２', 'not_a_number'],
  ['١٢', 'not_a_number'],
  ['12²', 'not_a_number'],
  ['1\u00002', 'not_a_number'],
  ['12,3456', 'too_many_fraction_digits'],
  ['12,0000', 'too_many_fraction_digits'],
  ['1000000', 'too_large'],
  ['9007199254740993', 'too_large'],
  ['9'.repeat(400), 'too_large'],
])('«%s» is refused: %s', (typed, reason) => {
  expect(parseVolume(typed, 3)).toEqual({ ok: false, reason })
})

describe('a face with fewer red drums', () => {
  test('takes no more digits than it has', () => {
    expect(parseVolume('12,34', 1)).toEqual({ ok: false, reason: 'too_many_fraction_digits' })
    expect(parseVolume('12,3', 1)).toEqual({ ok: true, litres: 12_300 })
    expect(parseVolume('12,3', 0)).toEqual({ ok: false, reason: 'too_many_fraction_digits' })
  })

  test('shows no more digits than it has', () => {
    expect(formatVolume(12_345, 1)).toBe('12,3')
    expect(formatVolume(12_345, 0)).toBe('12')
    expect(faceDigits(12_345, 4, 2)).toEqual({ whole: '0012', fraction: '34' })
  })
})

test('a litre is the smallest unit even on a finer face', () => {
  expect(parseVolume('12,3456', 4)).toEqual({ ok: false, reason: 'too_many_fraction_digits' })
  expect(formatVolume(12_345, 4)).toBe('12,345')
})

test.each([
  [0, '00000', '000'],
  [7, '00000', '007'],
  [123_456, '00123', '456'],
  [99_999_999, '99999', '999'],
  [100_000_000, '100000', '000'],
])('%i litres stand on the drums as %s and %s', (litres, whole, fraction) => {
  expect(faceDigits(litres, 5, 3)).toEqual({ whole, fraction })
})

const anyLitres = fc.integer({ min: 0, max: 999_999_999 })

test('what is written can be read again', () => {
  fc.assert(
    fc.property(anyLitres, fc.integer({ min: 0, max: 3 }), (litres, digits) => {
      const shown = litres - (litres % 10 ** (3 - digits))
      expect(parseVolume(formatVolume(litres, digits), digits)).toEqual({ ok: true, litres: shown })
    }),
  )
})

test('leading zeros and a point for the comma change nothing', () => {
  fc.assert(
    fc.property(anyLitres, fc.integer({ min: 0, max: 5 }), (litres, zeros) => {
      const typed = '0'.repeat(zeros) + formatVolume(litres).replace(',', '.')
      expect(parseVolume(typed, 3)).toEqual({ ok: true, litres })
    }),
  )
})

test('any text gives whole litres in bounds or a reason', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.integer({ min: 0, max: 3 }),
      (typed, digits) => {
        const parsed = parseVolume(typed, digits)
        if (!parsed.ok) return
        expect(Number.isInteger(parsed.litres)).toBe(true)
        expect(parsed.litres).toBeGreaterThanOrEqual(0)
      },
    ),
    { numRuns: 2000 },
  )
})

test.each([
  ['digits', '1'.repeat(100_000)],
  ['groups', ' 123'.repeat(25_000)],
  ['spaces', `1${' '.repeat(100_000)}x`],
])('a hundred thousand %s are refused at once', (_, typed) => {
  const startedAt = performance.now()
  expect(parseVolume(typed, 3).ok).toBe(false)
  expect(performance.now() - startedAt).toBeLessThan(500)
})
