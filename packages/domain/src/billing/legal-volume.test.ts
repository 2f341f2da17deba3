import { expect, test } from 'vitest'
import { capacityVolume, dailyAverageVolume, guaranteedVolume } from './legal-volume.ts'

test('a pipe of 25 mm lets through 1526.814 m³ in thirty days', () => {
  const pipe = { diameterMm: 25, speedMmPerSecond: 1200, hoursPerDay: 24, days: 30 }
  expect(capacityVolume(pipe)).toBe(1_526_814)
  expect(capacityVolume({ ...pipe, days: 0 })).toBe(0)
})

test('a failed meter is charged by the days of its last year', () => {
  expect(dailyAverageVolume({ litres: 1_460_000, days: 365 }, 30)).toBe(120_000)
})

test('a guaranteed volume is charged by days', () => {
  expect(guaranteedVolume(100_000, 10, 30)).toBe(33_333)
})
