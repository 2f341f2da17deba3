import type { ChargeLine, VolumeLine } from '@rodnik/contract/charges'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { billChange } from './bill-change.ts'
import { volumeLine } from './charge-line.ts'
import { wholePart } from './part-litres.ts'

const days = { from: '2026-10-01', to: '2026-10-31' }
const place = { service: 'cold_water', period: '2026-10', ...days } as const

/** So many litres of a meter at a price. */
const line = (litres: number, priceKopecks: number, kind: VolumeLine['kind'] = 'charge') => {
  const face = { meterId: 'cold-1', fromLitres: 0, toLitres: Math.max(0, litres), turnLitres: 0 }
  const part =
    litres < 0
      ? wholePart({ method: 'true_up', meterId: 'cold-1', chargedLitres: [-litres], ...days })
      : wholePart({ method: 'meter', ...face, ...days })
  return volumeLine(kind, place, [part], { priceKopecks, vatPercent: null })
}

const sum = (items: readonly { amountKopecks: number }[]) =>
  items.reduce((total, { amountKopecks }) => total + amountKopecks, 0)

test('more water at the same price is a matter of volume alone', () => {
  expect(billChange([line(3333, 4022)], [line(9001, 4022)])).toEqual([
    { because: 'volume', litresBefore: 3333, litresNow: 9001, amountKopecks: 36_202 - 13_405 },
  ])
})

test('the same water at another price is a matter of price alone', () => {
  expect(billChange([line(3000, 4022)], [line(3000, 4400)])).toEqual([
    { because: 'price', priceBeforeKopecks: 4022, priceNowKopecks: 4400, amountKopecks: 1134 },
  ])
})

test('more water at a higher price is parted: the water at the old price, the rest is the price', () => {
  expect(billChange([line(3000, 4000)], [line(4000, 4400)])).toMatchObject([
    { because: 'volume', amountKopecks: 4000 },
    { because: 'price', amountKopecks: 1600 },
  ])
})

test('a recalculation is named apart', () => {
  expect(billChange([line(3000, 4000)], [line(3000, 4000), line(-1000, 4000, 'correction')])).toEqual([
    { because: 'correction', amountKopecks: -4000 },
  ])
})

test('a service that was not billed before is all volume', () => {
  expect(billChange([], [line(2000, 4000)])).toEqual([
    { because: 'volume', litresBefore: 0, litresNow: 2000, amountKopecks: 8000 },
  ])
})

test('nothing has changed where nothing has', () => {
  expect(billChange([line(3000, 4000)], [line(3000, 4000)])).toEqual([])
})

test('the parts add up to the difference, whatever the months were', () => {
  const lines: fc.Arbitrary<ChargeLine[]> = fc.array(
    fc
      .tuple(
        fc.integer({ min: -50_000, max: 50_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom<VolumeLine['kind']>('charge', 'correction', 'absence'),
      )
      .map(([litres, price, kind]) => line(litres, price, kind)),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(lines, lines, (before, now) => {
      expect(sum(billChange(before, now))).toBe(sum(now) - sum(before))
    }),
  )
})
