import { expect, test } from 'vitest'
import { inspectionDifference, monthDifferences, trueUpVolume } from './correction.ts'

test('a mistyped June reading moves water from July back to where it was used', () => {
  const months = [
    { period: '2025-06', billedLitres: 318_000, trueLitres: 308_000 },
    { period: '2025-07', billedLitres: 318_000, trueLitres: 316_000 },
  ]
  expect(monthDifferences(300_000, months)).toEqual([
    { period: '2025-06', wereLitres: 18_000, shouldBeLitres: 8000 },
    { period: '2025-07', wereLitres: 0, shouldBeLitres: 8000 },
  ])
})

test('true readings that run backwards are refused', () => {
  const months = [{ period: '2025-06', billedLitres: 318_000, trueLitres: 299_000 }]
  expect(monthDifferences(300_000, months)).toBeUndefined()
})

test('an inspector who finds more bills it, one who finds less credits it', () => {
  expect(inspectionDifference(330_000, 345_000)).toBe(15_000)
  expect(inspectionDifference(345_000, 330_000)).toBe(-15_000)
})

test('a reading after three average months settles them', () => {
  const readings = { lastLitres: 400_000, newLitres: 418_000, wholeDigits: 5 }
  expect(trueUpVolume(readings, [7333, 7333, 7333])).toBe(-3999)
})
