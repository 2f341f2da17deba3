import { PenaltyGrowth } from '@rodnik/contract/penalties'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { PENALTY_CAP_RATES, PENALTY_STEPS } from './law-data.ts'
import { penaltyFor } from './penalty.ts'
import { growPenalties } from './penalty-growth.ts'
import { recompute } from './recompute.ts'

const DUE = '2026-04-15'
const terms = (asOf: string, keyRate = 1400) => ({
  payer: 'resident' as const,
  rules: {
    steps: PENALTY_STEPS.resident,
    keyRates: [{ validFrom: '2026-01-01', basisPoints: keyRate }],
    capRates: PENALTY_CAP_RATES,
  },
  dueOn: (period: string) => (period === '2026-03' ? DUE : null),
  asOf,
})
const debt = (payments: { paidOn: string; kopecks: number }[] = []) => ({
  service: 'cold_water' as const,
  period: '2026-03',
  debtKopecks: 200_000,
  payments,
  takenOverOn: null,
})
const nothing = () => 0

test('a debt grows by the days of each month', () => {
  const may = growPenalties([debt()], nothing, terms('2026-05-31')).grown
  // Days 31 to 46: 200 000 × 9,5 % ÷ 300 × 16.
  expect(may).toMatchObject([{ amountKopecks: 1013, chargedBeforeKopecks: 0, dueOn: DUE }])
  const june = growPenalties([debt()], () => 1013, terms('2026-06-30')).grown
  expect(june).toMatchObject([{ amountKopecks: 1900, chargedBeforeKopecks: 1013 }])
  expect(growPenalties([debt()], () => 2913, terms('2026-06-30')).grown).toEqual([])
})

test('of a bill without a known term the penalty is not known, and not guessed', () => {
  expect(growPenalties([{ ...debt(), period: '2026-02' }], nothing, terms('2026-12-31'))).toEqual({
    grown: [],
    unknown: [{ service: 'cold_water', debtPeriod: '2026-02' }],
  })
})

test('a month that is paid is asked no term', () => {
  const paid = { ...debt([{ paidOn: '2026-03-10', kopecks: 200_000 }]), period: '2026-02' }
  expect(growPenalties([paid], nothing, terms('2026-12-31'))).toEqual({ grown: [], unknown: [] })
})

test('of a debt that was taken over only the days after that are charged', () => {
  const takenOver = { ...debt(), takenOverOn: '2026-05-31' }
  // 31 May is day 46: June is days 47 to 76.
  expect(growPenalties([takenOver], nothing, terms('2026-06-30')).grown).toMatchObject([
    { amountKopecks: 1900, segments: [{ fromDay: 47, toDay: 76 }] },
  ])
})

test('a penalty whose rate is not known is named, and the others are charged', () => {
  const unlimited = terms('2027-01-31')
  expect(growPenalties([debt()], nothing, unlimited)).toEqual({
    grown: [],
    unknown: [{ service: 'cold_water', debtPeriod: '2026-03' }],
  })
})

test('a payment that is found late takes back what was charged too much', () => {
  const known = growPenalties(
    [debt([{ paidOn: '2026-05-20', kopecks: 200_000 }])],
    () => 2913,
    terms('2026-07-31'),
  )
  expect(known.grown).toMatchObject([{ amountKopecks: 317 - 2913 }])
})

const payments = fc.array(
  fc.record({
    paidOn: fc.nat(250).map((days) => addDays(DUE, days)),
    kopecks: fc.integer({ min: 1, max: 100_000 }),
  }),
  { maxLength: 5 },
)

test('however often it is charged, the sum is the penalty of the last day', () => {
  fc.assert(
    fc.property(payments, fc.array(fc.nat(250), { minLength: 1, maxLength: 6 }), (paid, days) => {
      let charged = 0
      const ends = days.toSorted((a, b) => a - b).map((day) => addDays(DUE, day))
      for (const asOf of ends) {
        const known = debt(paid.filter(({ paidOn }) => paidOn <= asOf))
        const { grown } = growPenalties([known], () => charged, terms(asOf))
        for (const growth of grown) {
          expect(PenaltyGrowth.parse(growth)).toEqual(growth)
          const whole = growth.segments.reduce((sum, segment) => sum + recompute(segment), 0)
          expect(growth.amountKopecks).toBe(whole - growth.chargedBeforeKopecks)
          charged += growth.amountKopecks
        }
      }
      const asOf = ends.at(-1) ?? DUE
      const whole = penaltyFor(
        { ...debt(paid.filter(({ paidOn }) => paidOn <= asOf)), dueOn: DUE, asOf },
        terms(asOf).rules,
      )
      expect(whole.ok && whole.totalKopecks).toBe(charged)
    }),
  )
})
