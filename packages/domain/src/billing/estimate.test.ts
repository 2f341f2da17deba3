import { expect, test } from 'vitest'
import { estimateCharge } from './estimate.ts'

const prices = { coldWaterKopecks: 3956, wastewaterKopecks: 2641 }

test('a flat with cold and hot water pays for cold water and for all that went down the drain', () => {
  const volumes = [
    { service: 'cold', usedLitres: 3500 },
    { service: 'hot', usedLitres: 1250 },
  ] as const
  expect(estimateCharge(volumes, prices)).toEqual({
    lines: [
      { service: 'cold_water', litres: 3500, amountKopecks: 13_846 },
      { service: 'wastewater', litres: 4750, amountKopecks: 12_545 },
    ],
    totalKopecks: 26_391,
  })
})

test('two meters of a service are summed before rounding', () => {
  const volumes = [
    { service: 'cold', usedLitres: 1 },
    { service: 'cold', usedLitres: 1 },
  ] as const
  const estimate = estimateCharge(volumes, { coldWaterKopecks: 300, wastewaterKopecks: 0 })
  expect(estimate.lines[0]).toEqual({ service: 'cold_water', litres: 2, amountKopecks: 1 })
})

test('hot water alone is only wastewater here: its supplier bills the rest', () => {
  const estimate = estimateCharge([{ service: 'hot', usedLitres: 1000 }], prices)
  expect(estimate).toEqual({
    lines: [{ service: 'wastewater', litres: 1000, amountKopecks: 2641 }],
    totalKopecks: 2641,
  })
})

test('an empty flat pays nothing for water', () => {
  expect(estimateCharge([{ service: 'cold', usedLitres: 0 }], prices).totalKopecks).toBe(0)
})

test('no readings, no lines', () => {
  expect(estimateCharge([], prices)).toEqual({ lines: [], totalKopecks: 0 })
})

test.each([
  ['V01', [{ service: 'cold', usedLitres: 7000 }], 46_179],
  ['V02', [{ service: 'cold', usedLitres: 7333 }], 48_375],
  [
    'V04',
    [
      { service: 'cold', usedLitres: 6000 },
      { service: 'hot', usedLitres: 4000 },
    ],
    50_146,
  ],
  ['V05', [{ service: 'cold', usedLitres: 0 }], 0],
] as const)('billing vector %s comes out to the kopeck', (_, volumes, totalKopecks) => {
  expect(estimateCharge(volumes, prices).totalKopecks).toBe(totalKopecks)
})
