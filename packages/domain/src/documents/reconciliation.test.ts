import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { type LedgerRow, reconciliation } from './reconciliation.ts'

const row = (occurredOn: string, kind: string, kopecks: number, period: string | null = null): LedgerRow => ({
  occurredOn,
  kind,
  period,
  kopecks,
})

test('a quarter begins with what was owed, and ends with what is owed', () => {
  const ledger = [
    row('2026-06-30', 'charge', 100_000, '2026-06'),
    row('2026-07-10', 'payment', -100_000, '2026-06'),
    row('2026-07-31', 'charge', 60_000, '2026-07'),
    row('2026-07-31', 'charge', 40_000, '2026-07'),
    row('2026-09-30', 'charge', 70_000, '2026-09'),
    row('2026-10-01', 'payment', -5, '2026-09'),
  ]

  expect(reconciliation(ledger, '2026-07-01', '2026-09-30')).toEqual({
    from: '2026-07-01',
    to: '2026-09-30',
    openingKopecks: 100_000,
    rows: [
      {
        occurredOn: '2026-07-10',
        kind: 'payment',
        period: '2026-06',
        debitKopecks: 0,
        creditKopecks: 100_000,
      },
      {
        occurredOn: '2026-07-31',
        kind: 'charge',
        period: '2026-07',
        debitKopecks: 100_000,
        creditKopecks: 0,
      },
      { occurredOn: '2026-09-30', kind: 'charge', period: '2026-09', debitKopecks: 70_000, creditKopecks: 0 },
    ],
    debitKopecks: 170_000,
    creditKopecks: 100_000,
    closingKopecks: 170_000,
  })
})

const rows = fc.array(
  fc.record({
    occurredOn: fc.nat(400).map((days) => addDays('2026-01-01', days)),
    kind: fc.constantFrom('charge', 'payment', 'storno'),
    period: fc.constantFrom('2026-01', '2026-02', null),
    kopecks: fc.integer({ min: -100_000, max: 100_000 }),
  }),
  { maxLength: 40 },
)

test('two statements that follow one another are one: what ends the first begins the second', () => {
  fc.assert(
    fc.property(rows, fc.nat(400), fc.nat(400), fc.nat(400), (ledger, ...days) => {
      const [from = '', middle = '', to = ''] = days
        .toSorted((a, b) => a - b)
        .map((day) => addDays('2026-01-01', day))
      const whole = reconciliation(ledger, from, to)
      const first = reconciliation(ledger, from, middle)
      const second = reconciliation(ledger, addDays(middle, 1), to)
      expect(first.openingKopecks).toBe(whole.openingKopecks)
      expect(second.openingKopecks).toBe(first.closingKopecks)
      expect(second.closingKopecks).toBe(whole.closingKopecks)
      expect([...first.rows, ...second.rows]).toEqual(whole.rows)
      expect(whole.closingKopecks).toBe(whole.openingKopecks + whole.debitKopecks - whole.creditKopecks)
    }),
  )
})
