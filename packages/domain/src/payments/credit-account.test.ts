import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterCredit, creditAccount, type OpenItem } from './credit-account.ts'
import { takeBack } from './take-back.ts'

const cold = (period: string | null, kopecks: number): OpenItem => ({
  book: 'receivable',
  service: 'cold_water',
  period,
  kopecks,
})
const penalty = (period: string, kopecks: number): OpenItem => ({
  book: 'penalty_receivable',
  service: 'cold_water',
  period,
  kopecks,
})
const DEBT = [cold('2026-09', 30_000), cold('2026-10', 20_000), penalty('2026-09', 700)]
const money = (amountKopecks: number, penaltyKopecks: number | null = null) => ({
  amountKopecks,
  penaltyKopecks,
  period: null,
})

test('who pays the total of a bill has paid its debt and its penalty', () => {
  expect(afterCredit(DEBT, creditAccount(DEBT, money(50_700)))).toEqual([])
})

test('who pays a part pays the debt, not the penalty', () => {
  expect(creditAccount(DEBT, money(40_000))).toEqual([cold('2026-09', 30_000), cold('2026-10', 10_000)])
})

test('a penalty is paid by its own line, whatever else is owed', () => {
  expect(creditAccount(DEBT, money(10_700, 700))).toEqual([cold('2026-09', 10_000), penalty('2026-09', 700)])
})

test('no more penalty is paid than is owed: the rest is for water', () => {
  expect(creditAccount(DEBT, money(1000, 1000))).toEqual([cold('2026-09', 300), penalty('2026-09', 700)])
})

test('what was paid too much is an advance, also beside an advance', () => {
  const open = [cold(null, -100), cold('2026-10', 100)]
  expect(creditAccount(open, money(500))).toEqual([cold('2026-10', 100), cold(null, 400)])
})

test('a debt that an advance covers already leaves the money for the penalty', () => {
  const open = [cold(null, -100), cold('2026-10', 100), penalty('2026-09', 50)]
  expect(creditAccount(open, money(50))).toContainEqual(penalty('2026-09', 50))
})

test('the month that a payment names is paid before older ones', () => {
  const lines = creditAccount(DEBT, { ...money(20_000), period: '2026-10' })
  expect(lines).toEqual([cold('2026-10', 20_000)])
})

test('a refund takes the advance first, then the newest month', () => {
  const paid = [cold('2026-09', 30_000), cold('2026-10', 20_000), cold(null, 500)]
  expect(takeBack(paid, 10_500)).toEqual([cold(null, 500), cold('2026-10', 10_000)])
})

test('more than was paid is not given back', () => {
  expect(() => takeBack([cold('2026-09', 100)], 101)).toThrow('1 kopecks more than was paid')
})

const items = fc
  .uniqueArray(
    fc.record({
      book: fc.constantFrom('receivable', 'penalty_receivable'),
      service: fc.constantFrom('cold_water', 'wastewater'),
      period: fc.constantFrom('2026-08', '2026-09', '2026-10', null),
      kopecks: fc.integer({ min: -5000, max: 100_000 }),
    }),
    { selector: ({ book, service, period }) => `${book} ${service} ${period}`, maxLength: 12 },
  )
  .map((open) => open.filter(({ kopecks }) => kopecks !== 0) as OpenItem[])
const total = (lines: readonly OpenItem[]) => lines.reduce((sum, { kopecks }) => sum + kopecks, 0)
const ofPenalties = (lines: readonly OpenItem[]) => lines.filter(({ book }) => book === 'penalty_receivable')

test('of any payment every kopeck is credited once, and no penalty that is not owed', () => {
  const anyMoney = fc.record({
    amountKopecks: fc.integer({ min: 1, max: 300_000 }),
    penaltyKopecks: fc.option(fc.nat(2000)),
    period: fc.constantFrom(null, '2026-10'),
  })
  fc.assert(
    fc.property(items, anyMoney, (open, given) => {
      const wanted = given.penaltyKopecks
      const paying = {
        ...given,
        penaltyKopecks: wanted === null ? null : Math.min(wanted, given.amountKopecks),
      }
      const lines = creditAccount(open, paying)
      expect(total(lines)).toBe(paying.amountKopecks)
      expect(total(afterCredit(open, lines))).toBe(total(open) - paying.amountKopecks)
      expect(total(ofPenalties(lines))).toBeLessThanOrEqual(Math.max(0, total(ofPenalties(open))))
      expect(lines.every(({ kopecks }) => kopecks > 0)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('of any payment any part can be taken back, and all of it restores what was owed', () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 300_000 }), fc.nat(), (open, amountKopecks, some) => {
      const lines = creditAccount(open, money(amountKopecks))
      const part = takeBack(lines, some % (amountKopecks + 1))
      expect(total(part)).toBe(some % (amountKopecks + 1))
      const whole = takeBack(lines, amountKopecks)
      expect(total(afterCredit(lines, whole))).toBe(0)
      expect(afterCredit(lines, part).every(({ kopecks }) => kopecks > 0)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
