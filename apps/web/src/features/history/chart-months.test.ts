import type { HistoryMonth } from '@rodnik/contract/history'
import { shiftPeriod } from '@rodnik/domain/calendar/days'
import { expect, test } from 'vitest'
import { chartMonths, yearOverYear } from './chart-months.ts'

const NOTHING = {
  chargedKopecks: 0,
  recalculatedKopecks: 0,
  penaltyKopecks: 0,
  paidKopecks: 0,
  otherKopecks: 0,
  principalKopecks: 0,
  penaltyOwedKopecks: 0,
}

const billed = (period: string, litres: number): HistoryMonth => ({
  ...NOTHING,
  period,
  services: [
    { service: 'cold_water', litres, amountKopecks: litres * 4 },
    { service: 'wastewater', litres: litres * 2, amountKopecks: litres * 5 },
  ],
})
const running = (period: string): HistoryMonth => ({ ...NOTHING, period, services: [] })

/** So many months up to October 2026, of 1000 litres, 2000 litres, … */
const months = (count: number) =>
  Array.from({ length: count }, (_, i) => billed(shiftPeriod('2026-10', -i), (count - i) * 1000))

test('two years of bills are twelve months, each beside the same one a year earlier', () => {
  const chart = chartMonths([running('2026-11'), ...months(24)], 'cold_water')

  expect(chart).toHaveLength(12)
  expect(chart[0]).toEqual({ period: '2025-11', now: 13_000, before: 1000 })
  expect(chart.at(-1)).toEqual({ period: '2026-10', now: 24_000, before: 12_000 })
})

test('a young account has as many months as it has bills', () => {
  expect(chartMonths(months(1), 'charged')).toEqual([{ period: '2026-10', now: 9000, before: null }])
  expect(chartMonths([running('2026-11')], 'charged')).toEqual([])
})

test('a month without a bill is a gap', () => {
  const chart = chartMonths([billed('2026-10', 3000), billed('2026-08', 4000)], 'wastewater')

  expect(chart.map(({ now }) => now)).toEqual([8000, null, 6000])
})

test('years are compared by the months that both of them have', () => {
  expect(yearOverYear(chartMonths(months(14), 'cold_water'))).toEqual({
    now: 13_000 + 14_000,
    before: 1000 + 2000,
  })
  expect(yearOverYear(chartMonths(months(12), 'cold_water'))).toBeUndefined()
})
