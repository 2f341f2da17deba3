import { expect, test } from 'vitest'
import type { AccountMonth } from './charge-facts.ts'
import { chargeMonth } from './charge-month.ts'
import { recalculateMonths } from './recalculation.ts'
import { flatOf, meterOf, REFERENCE, reading, shopOf } from './test/account.ts'

type Months = Record<string, AccountMonth>

const linesOf = (facts: AccountMonth) => {
  const month = chargeMonth(facts, REFERENCE)
  if (!month.ok) throw new Error(month.code)
  return month.lines
}

/** What was known when the months were charged, and what is known now. */
function recalculated(then: Months, now: Months) {
  const again = recalculateMonths({
    months: Object.keys(now).map((period) => ({ period, reference: REFERENCE })),
    charged: new Map(Object.entries(then).map(([period, facts]) => [period, linesOf(facts)])),
    factsOf: (period) => (now[period] ? { facts: now[period], findings: [] } : undefined),
    because: 'correction',
  })
  return again.ok
    ? again.lines.map(({ kind, period, service, litres, amountKopecks }) => [
        kind,
        period,
        service,
        litres,
        amountKopecks,
      ])
    : again.code
}

const metered = (period: string, openingLitres: number, valueLitres: number) =>
  flatOf({
    period,
    meters: [
      meterOf({ opening: { valueLitres: openingLitres }, readings: [reading(`${period}-20`, valueLitres)] }),
    ],
  })

test('a mistyped reading is corrected month by month, each at its own price', () => {
  const then = {
    '2025-12': metered('2025-12', 300_000, 318_000),
    '2026-01': metered('2026-01', 318_000, 318_000),
  }
  const now = {
    '2025-12': metered('2025-12', 300_000, 308_000),
    '2026-01': metered('2026-01', 308_000, 316_000),
  }
  expect(recalculated(then, now)).toEqual([
    ['correction', '2025-12', 'cold_water', -10_000, -39_560],
    ['correction', '2025-12', 'wastewater', -10_000, -26_410],
    ['correction', '2026-01', 'cold_water', 8000, 32_176],
    ['correction', '2026-01', 'wastewater', 8000, 21_480],
  ])
})

test('readings that run backwards are no correction', () => {
  const now = { '2025-12': metered('2025-12', 300_000, 299_000) }
  expect(recalculated({}, now)).toBe('negative_volume')
})

test('a month that nobody was charged for is charged whole, and nothing differs where nothing was wrong', () => {
  const now = { '2026-03': metered('2026-03', 300_000, 302_000) }
  expect(recalculated({}, now)).toEqual([
    ['correction', '2026-03', 'cold_water', 2000, 8044],
    ['correction', '2026-03', 'wastewater', 2000, 5370],
  ])
  expect(recalculated(now, now)).toEqual([])
})

test('a person who had moved out takes their norm and its coefficient with them', () => {
  const two = flatOf({ persons: [{ from: '2020-01-01', to: null, persons: 2 }] })
  expect(recalculated({ '2026-03': flatOf() }, { '2026-03': two })).toEqual([
    ['correction', '2026-03', 'cold_water', -9100, -36_600],
    ['correction', '2026-03', 'wastewater', -9100, -24_434],
    ['amount_correction', '2026-03', 'cold_water', null, -73_200],
  ])
})

test('hours without water that were told of late take their part off', () => {
  const broken = {
    ...metered('2026-03', 300_000, 310_000),
    interruptions: [{ service: 'cold_water' as const, hours: 28 }],
  }
  expect(recalculated({ '2026-03': metered('2026-03', 300_000, 310_000) }, { '2026-03': broken })).toEqual([
    // 40 220 × 24 h × 0.15 %
    ['amount_correction', '2026-03', 'cold_water', null, -1448],
  ])
})

const shop = (litres: number) =>
  shopOf({
    period: '2025-12',
    services: ['cold_water'],
    meters: [
      meterOf({ opening: { valueLitres: 300_000 }, readings: [reading('2025-12-31', 300_000 + litres)] }),
    ],
  })

test('an organisation gets the VAT of the month that is corrected', () => {
  const again = recalculateMonths({
    months: [{ period: '2025-12', reference: REFERENCE }],
    charged: new Map([['2025-12', linesOf(shop(10_000))]]),
    factsOf: () => ({ facts: shop(5000), findings: [] }),
    because: 'correction',
  })
  expect(again).toMatchObject({
    lines: [{ amountKopecks: -19_782, vat: { percent: 20, netKopecks: -16_485, vatKopecks: -3297 } }],
  })
})

test('an account that turns out to have been closed gets the month back', () => {
  const again = recalculateMonths({
    months: [{ period: '2026-03', reference: REFERENCE }],
    charged: new Map([['2026-03', linesOf(metered('2026-03', 300_000, 302_000))]]),
    factsOf: () => undefined,
    because: 'correction',
  })
  expect(again).toMatchObject({ lines: [{ litres: -2000, amountKopecks: -8044 }, { amountKopecks: -5370 }] })
})

test('without the rules of a month nothing is guessed', () => {
  const again = recalculateMonths({
    months: [{ period: '2026-03', reference: undefined }],
    charged: new Map(),
    factsOf: () => ({ facts: flatOf(), findings: [] }),
    because: 'correction',
  })
  expect(again).toMatchObject({ ok: false, code: 'rules_missing', day: '2026-03-01' })
})
