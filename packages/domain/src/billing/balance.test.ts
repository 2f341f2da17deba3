import { expect, test } from 'vitest'
import { balanceAfter } from './balance.ts'

const month = { openingKopecks: 0, paidKopecks: 0, chargedKopecks: 46_179, penaltyKopecks: 0 }

test('an advance pays the next bill, and the rest of it stays', () => {
  const after = balanceAfter({ ...month, openingKopecks: -50_000 })
  expect(after).toMatchObject({ toPayKopecks: 0, advanceLeftKopecks: 3821 })
})

test('a penalty stands beside the debt', () => {
  const after = balanceAfter({ ...month, openingKopecks: 120_000, paidKopecks: 70_000, penaltyKopecks: 380 })
  expect(after).toMatchObject({ principalKopecks: 96_179, penaltyKopecks: 380, toPayKopecks: 96_559 })
})

test('an advance never pays a penalty', () => {
  const after = balanceAfter({ ...month, openingKopecks: -50_000, penaltyKopecks: 380 })
  expect(after).toMatchObject({ toPayKopecks: 380, advanceLeftKopecks: 3821 })
})
