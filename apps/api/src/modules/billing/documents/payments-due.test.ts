import type { Statement } from '@rodnik/contract/statement'
import { expect, test } from 'vitest'
import { paymentsDue } from './payments-due.ts'

const ADVANCE = { advancePercent: 50, advanceDay: 18 }

function due(facts: { opening?: number; paid?: number; charged: number }) {
  const { opening = 0, paid = 0, charged } = facts
  const owed = opening - paid + charged
  const statement: Statement = {
    issuedOn: '2026-11-05',
    openingKopecks: opening,
    paidKopecks: paid,
    chargedKopecks: charged,
    penaltyOpeningKopecks: 0,
    penaltyPaidKopecks: 0,
    penaltyChargedKopecks: 0,
    toPayKopecks: Math.max(0, owed),
    advanceLeftKopecks: Math.max(0, -owed),
  }
  return paymentsDue({ period: '2026-10', dueOn: '2026-11-10', statement }, ADVANCE).map(
    ({ what, amountKopecks }) => [what, amountKopecks],
  )
}

test.each([
  [
    'owes nothing before',
    { charged: 400_000 },
    [
      ['month', 400_000],
      ['advance', 200_000],
    ],
  ],
  [
    'owes a debt',
    { opening: 90_000, charged: 400_000 },
    [
      ['debt', 90_000],
      ['month', 400_000],
      ['advance', 200_000],
    ],
  ],
  [
    'has paid a part ahead',
    { paid: 100_000, charged: 400_000 },
    [
      ['month', 300_000],
      ['advance', 200_000],
    ],
  ],
  [
    'has paid too much',
    { paid: 500_000, charged: 400_000 },
    [
      ['month', 0],
      ['advance', 100_000],
    ],
  ],
  ['has paid for the advance as well', { paid: 700_000, charged: 400_000 }, [['month', 0]]],
  ['gets a month back', { charged: -400_000 }, [['month', 0]]],
  [
    'gets a month back that it owes more than',
    { opening: 500_000, charged: -400_000 },
    [
      ['debt', 100_000],
      ['month', 0],
    ],
  ],
])('an organisation that %s is asked for what is due', (_, facts, expected) => {
  expect(due(facts)).toEqual(expected)
})
