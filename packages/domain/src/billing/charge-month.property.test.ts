import { MonthCharge } from '@rodnik/contract/charges'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import type { AccountMonth, BilledMeter, ChargeReference } from './charge-facts.ts'
import { chargeMonth } from './charge-month.ts'
import { recompute } from './recompute.ts'
import { stornoOf } from './storno.ts'
import { flatOf, meterOf, REFERENCE, reading, withPolicies } from './test/account.ts'

const RUNS = { numRuns: 300 }
/** Months of one price and one coefficient, of two prices, and of two coefficients. */
const period = fc.constantFrom('2026-03', '2026-10', '2025-12')
const dayIn = (month: string) => fc.integer({ min: 0, max: 27 }).map((days) => addDays(`${month}-01`, days))
const sometimes = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 1 })

const missed = fc.record({
  months: fc.integer({ min: 1, max: 6 }),
  reason: fc.constantFrom('no_reading', 'expired', 'failed', 'refused_access'),
  chargedLitres: fc.array(fc.nat(20_000), { minLength: 1, maxLength: 6 }),
})

const meterIn = (month: string, id: string): fc.Arbitrary<BilledMeter> =>
  fc
    .record({
      service: fc.constantFrom('cold', 'hot'),
      installedOn: fc.oneof({ weight: 4, arbitrary: fc.constant('2020-01-01') }, dayIn(month)),
      removedOn: sometimes(dayIn(month)),
      verificationDueOn: sometimes(fc.oneof(dayIn(month), fc.constantFrom('2024-01-01', '2030-01-01'))),
      failedOn: sometimes(dayIn(month)),
      refusedAccessOn: sometimes(dayIn(month)),
      opening: sometimes(fc.nat(2000).map((used) => ({ valueLitres: 120_000 - used }))),
      historyLitres: fc.array(fc.nat(20_000), { maxLength: 8 }),
      missed: sometimes(missed),
      days: fc.uniqueArray(fc.oneof(dayIn(month), fc.constant(`${month}-16`)), { maxLength: 3 }),
      used: fc.array(fc.nat(9000), { minLength: 3, maxLength: 3 }),
    })
    .map(({ days, used, ...meter }) => {
      let value = 120_000
      const readings = days.toSorted().map((takenOn, index) => {
        value += used[index] ?? 0
        return reading(takenOn, value)
      })
      return meterOf({ ...meter, id, readings })
    })

const accountMonth: fc.Arbitrary<AccountMonth> = period.chain((month) =>
  fc
    .record({
      meters: fc.tuple(meterIn(month, 'a'), meterIn(month, 'b'), meterIn(month, 'c')),
      meterCount: fc.integer({ min: 0, max: 3 }),
      isMeterImpossible: fc.boolean(),
      persons: fc.integer({ min: 0, max: 5 }),
      movedOn: dayIn(month),
      morePersons: fc.integer({ min: 0, max: 5 }),
      absences: fc.array(
        fc.record({
          leftOn: dayIn(month),
          returnedOn: fc.constant(null),
          persons: fc.integer({ min: 1, max: 3 }),
        }),
        { maxLength: 2 },
      ),
      hours: fc.nat(40),
    })
    .map(({ meters, meterCount, persons, movedOn, morePersons, hours, ...account }) =>
      flatOf({
        ...account,
        housingGroup: 'hot',
        period: month,
        meters: meters.slice(0, meterCount),
        persons: [
          { from: '2020-01-01', to: addDays(movedOn, -1), persons },
          { from: movedOn, to: null, persons: morePersons },
        ],
        interruptions: [{ service: 'cold_water', hours }],
      }),
    ),
)

const reference: fc.Arbitrary<ChargeReference> = fc
  .record({
    hotWater: fc.constantFrom('wastewater_only', 'charged_as_cold'),
    isTrueUp: fc.boolean(),
    tariffChange: fc.constantFrom('by_reading', 'by_days'),
    coefficientChange: fc.constantFrom('by_days', 'first_day', 'last_day'),
  })
  .map(withPolicies)

const check = (property: (facts: AccountMonth, month: Extract<MonthCharge, { ok: true }>) => void) =>
  fc.assert(
    fc.property(accountMonth, reference, (facts, dated) => {
      const month = chargeMonth(facts, dated)
      if (!month.ok) throw new Error(JSON.stringify(month))
      property(facts, month)
    }),
    RUNS,
  )

test('every flat gets a bill, and the bill is what the contract says it is', () => {
  check((_, month) => {
    expect(MonthCharge.parse(month)).toEqual(month)
  })
})

test('the lines sum to the total', () => {
  check((_, { lines, totalKopecks }) => {
    expect(lines.reduce((sum, line) => sum + line.amountKopecks, 0)).toBe(totalKopecks)
  })
})

test('each explanation gives its amount again, and its parts their litres', () => {
  check((_, { lines }) => {
    for (const line of lines) {
      expect(recompute(line.explanation)).toBe(line.amountKopecks)
      if (line.explanation.formula !== 'volume_by_price') continue
      expect(line.explanation.parts.reduce((sum, part) => sum + part.litres, 0)).toBe(line.litres)
      expect(line.explanation.law.length).toBeGreaterThan(0)
    }
  })
})

test('a bill and its storno are nothing together', () => {
  check((_, { lines }) => {
    for (const line of lines) {
      expect(line.amountKopecks + stornoOf(line).amountKopecks).toBe(0)
    }
  })
})

test('the same facts give the same bill', () => {
  check((facts, month) => {
    expect(chargeMonth(structuredClone(facts), REFERENCE)).toEqual(chargeMonth(facts, REFERENCE))
    expect(month.lines.length).toBeGreaterThan(0)
  })
})

const chargedLitres = (facts: AccountMonth, dated: ChargeReference, service: string) => {
  const month = chargeMonth(facts, dated)
  if (!month.ok) throw new Error(month.code)
  return month.lines
    .filter((line) => line.service === service && line.kind === 'charge')
    .reduce((sum, line) => sum + (line.litres ?? 0), 0)
}

const inOctober = accountMonth
  .filter(({ meters }) =>
    meters.every(({ readings }) => readings.every(({ takenOn }) => takenOn > '2026-09')),
  )
  .map((facts) => ({ ...facts, period: '2026-10' }))
const ONE_PRICE = (['cold_water', 'wastewater'] as const).map((service) => ({
  service,
  consumerGroup: 'residents',
  priceKopecks: 4022,
  validFrom: '2020-01-01',
  validTo: null,
}))

test.each([
  ['by days', 'by_days', 3],
  // A reading between two meters tells more than days do, so only a lone meter has to keep its litres.
  ['by readings', 'by_reading', 1],
] as const)(
  'a month that is split %s has as much water as one that is not',
  (_, tariffChange, meterCount) => {
    const split = withPolicies({ tariffChange })
    fc.assert(
      fc.property(inOctober, (account) => {
        const facts = { ...account, meters: account.meters.slice(0, meterCount) }
        for (const service of ['cold_water', 'wastewater']) {
          expect(chargedLitres(facts, split, service)).toBe(
            chargedLitres(facts, { ...split, tariffs: ONE_PRICE }, service),
          )
        }
      }),
      RUNS,
    )
  },
)

test('who used more never pays less', () => {
  fc.assert(
    fc.property(fc.nat(50_000), fc.nat(50_000), period, (used, more, month) => {
      const billOf = (litres: number) => {
        const meters = [meterOf({ readings: [reading(`${month}-20`, 123_000 + litres)] })]
        const charged = chargeMonth(flatOf({ period: month, meters }), REFERENCE)
        return charged.ok ? charged.totalKopecks : Number.NaN
      }
      // A split month may move a litre between two prices by rounding: at most the difference of prices.
      const slack = month === '2026-10' ? 2 : 0
      expect(billOf(used + more) + slack).toBeGreaterThanOrEqual(billOf(used))
    }),
    RUNS,
  )
})

test('no day of a flat is charged twice: silent, expired or without a meter it never pays more than norm × K', () => {
  const unmetered = accountMonth.map((facts) => ({
    ...facts,
    period: '2026-03',
    housingGroup: 'full',
    isMeterImpossible: false,
    interruptions: [],
    meters: facts.meters.map((meter) => ({
      ...meter,
      service: 'cold' as const,
      removedOn: null,
      opening: null,
      readings: [],
      historyLitres: [],
    })),
  }))
  fc.assert(
    fc.property(unmetered, (facts) => {
      const month = chargeMonth(facts, REFERENCE)
      const alone = chargeMonth({ ...facts, meters: [] }, REFERENCE)
      if (!month.ok || !alone.ok) throw new Error('refused')
      expect(month.totalKopecks).toBeLessThanOrEqual(alone.totalKopecks)
    }),
    RUNS,
  )
})
