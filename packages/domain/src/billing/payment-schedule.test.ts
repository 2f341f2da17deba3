import { expect, test } from 'vitest'
import { scheduledPayments } from './payment-schedule.ts'

const SCHEDULE = [
  { sharePercent: 50, base: 'previous_month', monthOffset: 0, dayOfMonth: 18 },
  { sharePercent: 100, base: 'this_month', monthOffset: 1, dayOfMonth: 10 },
] as const

test('an organisation pays half of last month in advance and the rest after the bill', () => {
  const month = { previousKopecks: 100_001, chargedKopecks: 120_000 }
  expect(scheduledPayments('2026-12', SCHEDULE, month)).toEqual([
    { dueOn: '2026-12-18', amountKopecks: 50_001 },
    { dueOn: '2027-01-10', amountKopecks: 69_999 },
  ])
})

test('an advance above the bill leaves nothing to pay', () => {
  const month = { previousKopecks: 300_000, chargedKopecks: 120_000 }
  expect(scheduledPayments('2026-11', SCHEDULE, month).at(-1)?.amountKopecks).toBe(0)
})
