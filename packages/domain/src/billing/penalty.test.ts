import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { PENALTY_CAP_RATES, PENALTY_STEPS } from './law-data.ts'
import { penaltyFor } from './penalty.ts'

const rules = (...keyRates: [string, number][]) => ({
  steps: PENALTY_STEPS.resident,
  keyRates: keyRates.map(([validFrom, basisPoints]) => ({ validFrom, basisPoints })),
  capRates: PENALTY_CAP_RATES,
})
const DUE = { debtKopecks: 200_000, dueOn: '2026-04-15', payments: [] }
const HIGH = rules(['2026-01-01', 1400])

test.each([
  ['2026-05-15', 30, 0],
  ['2026-05-16', 31, 63],
  ['2026-07-14', 90, 3800],
  ['2026-07-15', 91, 3946],
])('a resident who pays on %s, day %i, owes %i kopecks of penalty', (paidOn, lastDay, totalKopecks) => {
  const payments = [{ paidOn, kopecks: 200_000 }]
  expect(penaltyFor({ ...DUE, payments, asOf: '2026-12-31' }, HIGH)).toMatchObject({ lastDay, totalKopecks })
})

test('a payment works from the day after it', () => {
  const payments = [{ paidOn: '2026-05-25', kopecks: 50_000 }]
  const penalty = penaltyFor({ ...DUE, payments, asOf: '2026-05-26' }, HIGH)
  expect(penalty).toMatchObject({
    segments: [
      { fromDay: 31, toDay: 40, debtKopecks: 200_000 },
      { fromDay: 41, toDay: 41, debtKopecks: 150_000 },
    ],
  })
})

test('each part is counted at the key rate of the day it was paid', () => {
  const payments = [{ paidOn: '2026-05-25', kopecks: 50_000 }]
  const falling = rules(['2026-01-01', 1400], ['2026-06-01', 800])
  const penalty = penaltyFor({ ...DUE, payments, asOf: '2026-06-30' }, falling)
  expect(penalty).toMatchObject({
    segments: [
      { fromDay: 31, toDay: 40, debtKopecks: 50_000, rateBasisPoints: 950 },
      { fromDay: 31, toDay: 76, debtKopecks: 150_000, rateBasisPoints: 800 },
    ],
  })
})

test('a day without a known key rate is refused', () => {
  expect(penaltyFor({ ...DUE, asOf: '2025-12-31' }, HIGH)).toEqual({
    ok: false,
    code: 'rate_missing',
    day: '2025-12-31',
  })
})

test('what limits the rate after 2026 is not known, and not guessed', () => {
  const high = rules(['2026-01-01', 1400])
  expect(penaltyFor({ ...DUE, asOf: '2027-01-01' }, high)).toMatchObject({ code: 'cap_missing' })
  const unlimited = { validFrom: '2027-01-01', validTo: null, basisPoints: null }
  const capRates = [...PENALTY_CAP_RATES, unlimited]
  const penalty = penaltyFor({ ...DUE, asOf: '2027-01-01' }, { ...high, capRates })
  expect(penalty).toMatchObject({ segments: [{ rateBasisPoints: 1400 }, { rateBasisPoints: 1400 }] })
})

test('an association of owners has the days of a resident, a managing company its own', () => {
  const debt = { ...DUE, asOf: '2026-04-16' }
  const of = (kind: keyof typeof PENALTY_STEPS) => penaltyFor(debt, { ...HIGH, steps: PENALTY_STEPS[kind] })
  expect(of('housing_cooperative')).toMatchObject({ totalKopecks: 0 })
  expect(of('managing_company')).toMatchObject({ segments: [{ denominator: 300, fromDay: 1, toDay: 1 }] })
  expect(of('legal_general')).toMatchObject({ segments: [{ denominator: 130, fromDay: 1, toDay: 1 }] })
})

const payment = fc.record({
  paidOn: fc.integer({ min: -5, max: 150 }).map((days) => addDays('2026-04-15', days)),
  kopecks: fc.nat(100_000),
})

test('whoever waits another day never owes less, and never owes a part of a day twice', () => {
  const payments = fc.array(payment, { maxLength: 5 })
  const kinds = fc.constantFrom(...Object.values(PENALTY_STEPS))
  fc.assert(
    fc.property(payments, fc.nat(150), kinds, (paid, days, steps) => {
      const on = (day: number) =>
        penaltyFor({ ...DUE, payments: paid, asOf: addDays(DUE.dueOn, day) }, { ...HIGH, steps })
      const [today, tomorrow] = [on(days), on(days + 1)]
      if (!today.ok || !tomorrow.ok) throw new Error('no rate')
      expect(tomorrow.totalKopecks).toBeGreaterThanOrEqual(today.totalKopecks)
      const ends = tomorrow.segments.map((segment) => segment.toDay)
      const starts = tomorrow.segments.map((segment) => segment.fromDay)
      expect(starts.slice(1).every((start, index) => start > (ends[index] ?? 0))).toBe(true)
    }),
  )
})
