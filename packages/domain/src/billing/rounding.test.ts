import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  derivedLitres,
  exactDifference,
  lineKopecks,
  mirrored,
  penaltyKopecks,
  sumKopecks,
  surplusKopecks,
  vatKopecks,
} from './rounding.ts'

test('R1: a person who used one litre is charged for one litre', () => {
  expect(exactDifference(123_456, 123_457, 5)).toBe(1)
})

test.each([
  [44_000, 1, 6, 7333],
  [1, 1, 2, 1],
  [-1, 1, 2, -1],
  [6000, 17, 31, 3290],
])('R2: %i litres × %i ÷ %i are %i litres', (litres, part, wholePart, derived) => {
  expect(derivedLitres(litres, part, wholePart)).toBe(derived)
})

test('R3: two meters of a litre each cost one rounded line, not two', () => {
  expect(lineKopecks(1 + 1, 300)).toBe(1)
})

test('R4: a total adds what is rounded already', () => {
  expect(sumKopecks([{ amountKopecks: 27_692 }, { amountKopecks: 18_487 }])).toBe(46_179)
})

test('R5: base and surplus together are the price of the volume with its coefficient', () => {
  expect(surplusKopecks(27_300, 27_300 * 300, 4022)).toBe(219_601)
  const litres = fc.integer({ min: 0, max: 1_000_000 })
  const percent = fc.constantFrom(100, 150, 300)
  fc.assert(
    fc.property(litres, percent, fc.integer({ min: 0, max: 100_000 }), (volume, k, price) => {
      const together = lineKopecks(volume, price) + surplusKopecks(volume, volume * k, price)
      expect(together * 2).toBe(Number((BigInt(volume * k) * BigInt(price) + 50_000n) / 100_000n) * 2)
    }),
  )
})

test.each([
  [412_125, 20, 82_425],
  [3, 50, 2],
  [-3, 50, -2],
])('R6: VAT of %i kopecks at %i %% is %i', (net, percent, vat) => {
  expect(vatKopecks(net, percent)).toBe(vat)
})

test('R7: a segment of a penalty is rounded by itself', () => {
  const segment = { debtKopecks: 200_000, rateBasisPoints: 950, denominator: 300 }
  expect(penaltyKopecks({ ...segment, days: 60 })).toBe(3800)
  expect(penaltyKopecks({ ...segment, days: 1 })).toBe(63)
})

test('R8: what is taken back mirrors what was charged, and nothing stays nothing', () => {
  expect(mirrored(5)).toBe(-5)
  expect(mirrored(0)).toBe(0)
})

test('R8: the price of a volume taken back is its price, taken back', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(100_000), (litres, price) => {
      expect(lineKopecks(-litres, price) + lineKopecks(litres, price)).toBe(0)
    }),
  )
})

test('who uses more never pays less', () => {
  const litres = fc.integer({ min: -10_000_000, max: 10_000_000 })
  fc.assert(
    fc.property(litres, fc.nat(1_000_000), fc.nat(100_000), (volume, more, price) => {
      expect(lineKopecks(volume + more, price)).toBeGreaterThanOrEqual(lineKopecks(volume, price))
    }),
  )
})
