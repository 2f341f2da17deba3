import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocatePayment } from './allocation.ts'

const MARCH = [
  { service: 'cold_water', period: '2026-03', owedKopecks: 27_692 },
  { service: 'wastewater', period: '2026-03', owedKopecks: 18_487 },
]

test('a part payment is split over the services of the receipt', () => {
  expect(allocatePayment(MARCH, 30_000)).toEqual({ paidKopecks: [17_990, 12_010], advanceKopecks: 0 })
})

test('what is paid beyond the debt is an advance', () => {
  expect(allocatePayment(MARCH, 50_000)).toEqual({ paidKopecks: [27_692, 18_487], advanceKopecks: 3821 })
})

test('the oldest month is paid first, unless the payment names another', () => {
  const lines = [
    { service: 'cold_water', period: '2026-04', owedKopecks: 1000 },
    { service: 'cold_water', period: '2026-03', owedKopecks: 1000 },
  ]
  expect(allocatePayment(lines, 1500).paidKopecks).toEqual([500, 1000])
  expect(allocatePayment(lines, 1500, '2026-04').paidKopecks).toEqual([1000, 500])
})

test('a payment is spent to the kopeck, and no service takes more than it is owed', () => {
  const line = fc.record({
    service: fc.constantFrom('cold_water', 'wastewater', 'other'),
    period: fc.constantFrom('2026-01', '2026-02', '2026-03'),
    owedKopecks: fc.oneof(fc.integer({ min: -50, max: 50 }), fc.nat(1_000_000)),
  })
  const lines = fc.array(line, { maxLength: 40 })
  fc.assert(
    fc.property(lines, fc.oneof(fc.nat(60), fc.nat(2_000_000)), (owed, payment) => {
      const { paidKopecks, advanceKopecks } = allocatePayment(owed, payment)
      expect(paidKopecks.reduce((sum, paid) => sum + paid, advanceKopecks)).toBe(payment)
      for (const [index, paid] of paidKopecks.entries()) {
        expect(paid).toBeGreaterThanOrEqual(0)
        expect(paid).toBeLessThanOrEqual(Math.max(0, owed[index]?.owedKopecks ?? 0))
      }
    }),
    { numRuns: 2000 },
  )
})
