import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chargeMonth } from './charge-month.ts'
import { type ImaginedAccount, type ImaginedMeters, imaginedFacts } from './imagined-account.ts'
import { serviceBills } from './service-bills.ts'
import { REFERENCE } from './test/account.ts'

const metered = (state: ImaginedMeters['state'], hotLitres: number | null = null): ImaginedAccount => ({
  period: '2026-03',
  housingGroup: 'full',
  hasSewer: true,
  persons: 3,
  water: { metering: 'meter', coldLitres: 5000, hotLitres, state },
})

/** Methods of the cold water, its kinds of lines, and the sum of the month. */
function charged(account: ImaginedAccount) {
  const month = chargeMonth(imaginedFacts(account), REFERENCE)
  if (!month.ok) throw new Error(month.code)
  const cold = month.lines.filter(({ service }) => service === 'cold_water')
  const methods = cold.flatMap(({ kind, explanation }) =>
    explanation.formula === 'volume_by_price' ? explanation.parts.map(({ method }) => method) : [kind],
  )
  return { methods, totalKopecks: month.totalKopecks, bills: serviceBills(month.lines) }
}

test('water that the meter counts costs its volume at the price', () => {
  expect(charged(metered({ kind: 'read' }))).toMatchObject({
    methods: ['meter'],
    totalKopecks: 5 * (4022 + 2685),
  })
})

test('wastewater is cold and hot water together', () => {
  const { bills } = charged(metered({ kind: 'read' }, 2500))

  expect(bills.map(({ service, litres, amountKopecks }) => [service, litres, amountKopecks])).toEqual([
    ['cold_water', 5000, 5 * 4022],
    ['wastewater', 7500, 20_138],
  ])
})

test.each([1, 2, 3])('silent month %i is charged by the average, which is the usual month', (months) => {
  expect(charged(metered({ kind: 'silent', months }))).toMatchObject({
    methods: ['average'],
    totalKopecks: 5 * (4022 + 2685),
  })
})

test('the fourth silent month is charged by the norm of the people, without a coefficient', () => {
  expect(charged(metered({ kind: 'silent', months: 4 })).methods).toEqual(['norm'])
})

test('the fourth month after the verification ran out has the coefficient', () => {
  expect(charged(metered({ kind: 'expired', months: 3 })).methods).toEqual(['average'])
  expect(charged(metered({ kind: 'expired', months: 4 })).methods).toEqual(['norm', 'surplus'])
})

test('a flat without a meter has the coefficient, unless no meter can be put in', () => {
  const flat = (metering: 'none' | 'impossible') => ({
    ...metered({ kind: 'read' }),
    water: { metering } as const,
  })

  expect(charged(flat('none')).methods).toEqual(['norm', 'surplus'])
  expect(charged(flat('impossible')).methods).toEqual(['norm'])
})

test('whatever is imagined is charged or refused, and the bills add up to the whole', () => {
  const litres = fc.integer({ min: 0, max: 999_000 })
  const months = fc.integer({ min: 1, max: 36 })
  const state = fc.oneof(
    fc.constant({ kind: 'read' as const }),
    fc.record({ kind: fc.constantFrom('silent' as const, 'expired' as const), months }),
  )
  const account: fc.Arbitrary<ImaginedAccount> = fc.record({
    period: fc.constantFrom('2026-02', '2026-10', '2025-12'),
    housingGroup: fc.constantFrom('full', 'hot', 'unheard_of'),
    hasSewer: fc.boolean(),
    persons: fc.integer({ min: 0, max: 20 }),
    water: fc.oneof(
      fc.record({ metering: fc.constantFrom('none' as const, 'impossible' as const) }),
      fc.record({
        metering: fc.constant('meter' as const),
        coldLitres: litres,
        hotLitres: fc.option(litres),
        state,
      }),
    ),
  })
  fc.assert(
    fc.property(account, (imagined) => {
      const month = chargeMonth(imaginedFacts(imagined), REFERENCE)
      const sum = month.ok
        ? serviceBills(month.lines).reduce((total, bill) => total + bill.amountKopecks, 0)
        : 0
      expect(month).toMatchObject(month.ok ? { totalKopecks: sum } : { code: 'norm_missing' })
    }),
  )
})
