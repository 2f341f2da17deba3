import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { innFault, kppFault, ogrnFault, ogrnipFault } from './registration-numbers.ts'

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))
const TENS = Array.from({ length: 10 }, (_, digit) => String(digit))
const HUNDREDS = Array.from({ length: 100 }, (_, ending) => String(ending).padStart(2, '0'))

/** Numbers with a right control number, found by trying: so that the test does not repeat the rule. */
const valid = (head: fc.Arbitrary<string>, endings: string[], faultOf: (number: string) => string | null) =>
  head.chain((start) => fc.constantFrom(...endings.map((end) => start + end).filter((n) => !faultOf(n))))

const KINDS = [
  {
    name: 'ИНН of a company',
    faultOf: (number: string) => innFault(number, 'legal_entity'),
    numbers: valid(
      digits(7).map((rest) => `74${rest}`),
      TENS,
      (number) => innFault(number, 'legal_entity'),
    ),
    divisors: [11],
  },
  {
    name: 'ИНН of a person',
    faultOf: (number: string) => innFault(number, 'sole_trader'),
    numbers: valid(
      digits(8).map((rest) => `74${rest}`),
      HUNDREDS,
      (number) => innFault(number, 'sole_trader'),
    ),
    divisors: [11, 11],
  },
  {
    name: 'ОГРН',
    faultOf: ogrnFault,
    numbers: valid(
      digits(11).map((rest) => `1${rest}`),
      TENS,
      ogrnFault,
    ),
    divisors: [11],
  },
  {
    name: 'ОГРНИП',
    faultOf: ogrnipFault,
    numbers: valid(
      digits(13).map((rest) => `3${rest}`),
      TENS,
      ogrnipFault,
    ),
    divisors: [13],
  },
]
const change = fc.record({ place: fc.nat(), shift: fc.integer({ min: 1, max: 9 }) })
const RUNS = { numRuns: 2000 }

test.each(KINDS)('every head has one right ending: $name', ({ numbers, faultOf }) => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 9 }), (number, shift) => {
      const other = number.slice(0, -1) + ((Number(number.slice(-1)) + shift) % 10)
      expect(faultOf(number)).toBeNull()
      expect(faultOf(other)).toBe('wrong_check')
    }),
    RUNS,
  )
})

/**
 * A remainder of 10 and more is written as its last digit, so a control number of 0 (of 0, 1 and 2 for 13) also
 * stands for another remainder. Every other number finds any one wrong digit.
 */
const isUnclear = (number: string, divisors: number[]) =>
  Array.from(number.slice(-divisors.length)).some((control, i) => Number(control) < (divisors[i] ?? 0) - 10)

test.each(KINDS)('one wrong digit is always found where the control number says all: $name', (kind) => {
  fc.assert(
    fc.property(kind.numbers, change, (number, { place, shift }) => {
      fc.pre(!isUnclear(number, kind.divisors))
      const at = 1 + (place % (number.length - 1))
      const wrong = number.slice(0, at) + ((Number(number[at]) + shift) % 10) + number.slice(at + 1)
      expect(kind.faultOf(wrong)).not.toBeNull()
    }),
    RUNS,
  )
})

test('any text gives a fault or null', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      for (const fault of [
        innFault(text, 'legal_entity'),
        kppFault(text),
        ogrnFault(text),
        ogrnipFault(text),
      ]) {
        expect(fault).not.toBeNull()
      }
    }),
  )
})
