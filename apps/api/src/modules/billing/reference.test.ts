import { chargeMonth } from '@rodnik/domain/billing/charge-month'
import { dueDate, nextWorkingDay } from '@rodnik/domain/billing/due-date'
import { penaltyFor } from '@rodnik/domain/billing/penalty'
import { flatOf, meterOf, reading, shopOf } from '@rodnik/domain/billing/test/account'
import { billDays, dueOnBy, penaltyRules, workingCalendar } from '@rodnik/domain/reference/terms'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { findReferenceData, referenceOf } from './reference.service.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const housingGroup = 'full_amenities'

test('a flat of Chelyabinsk is charged by what the files say', async () => {
  const flat = flatOf({ housingGroup, meters: [meterOf({ readings: [reading('2026-03-20', 133_000)] })] })
  const charged = chargeMonth(flat, await referenceOf(api.db, '2026-03'))

  expect(charged).toMatchObject({
    ok: true,
    lines: [
      { service: 'cold_water', litres: 10_000, amountKopecks: 40_220 },
      { service: 'wastewater', litres: 10_000, amountKopecks: 26_850 },
    ],
  })
})

test('a flat without a meter pays the norm three times over since December 2025', async () => {
  const flat = flatOf({ housingGroup, period: '2026-01', services: ['cold_water'] })
  const charged = chargeMonth(flat, await referenceOf(api.db, '2026-01'))

  // 3 persons × 9.1 m³ = 27.3 m³ at 40.22; twice as much again on the line of the surplus.
  expect(charged).toMatchObject({
    ok: true,
    lines: [{ amountKopecks: 109_801 }, { kind: 'surplus', amountKopecks: 219_601 }],
  })
})

test('a shop pays the price of others and 22 % on top', async () => {
  const shop = shopOf({
    housingGroup,
    services: ['cold_water'],
    meters: [meterOf({ readings: [reading('2026-03-31', 124_000)] })],
  })
  const charged = chargeMonth(shop, await referenceOf(api.db, '2026-03'))

  expect(charged).toMatchObject({
    ok: true,
    lines: [{ vat: { percent: 22, netKopecks: 3297, vatKopecks: 725 } }],
  })
})

test('a bill of May 2026 is due on the 15th of June, one of January on the 10th of February', async () => {
  const rows = await findReferenceData(api.db)
  const dueOn = dueOnBy(rows)

  expect(['2026-01', '2026-02', '2026-03', '2026-05'].map((period) => dueOn(period, 'residents'))).toEqual([
    '2026-02-10',
    '2026-03-10',
    '2026-04-15',
    '2026-06-15',
  ])
  expect(dueOn('2026-05', 'others')).toBe('2026-06-10')
  expect(dueOn('2026-05', 'nobody')).toBeNull()
  expect(dueDate('2026-03', billDays(rows))).toBe('2026-04-05')
})

test.each([
  ['2026-01-03', '2026-01-12'],
  ['2026-03-09', '2026-03-10'],
  ['2026-06-12', '2026-06-15'],
  ['2026-12-31', '2027-01-11'],
  ['2025-11-01', '2025-11-01'],
  ['2025-11-02', '2025-11-05'],
  ['2025-12-31', '2026-01-12'],
])('a term that ends on %s ends on %s', async (day, working) => {
  const { daysOff, workedWeekends } = workingCalendar(await findReferenceData(api.db))

  expect(nextWorkingDay(day, daysOff, workedWeekends)).toBe(working)
})

const debt = { debtKopecks: 1_000_000, dueOn: '2026-04-15', payments: [], asOf: '2026-07-15' }

test.each([
  ['resident', [300, 130]],
  ['legal_general', [130]],
  ['housing_cooperative', [300, 130]],
  ['managing_company', [300, 170, 130]],
] as const)('penalties of a %s go by their steps, at 9.5 %% at most', async (payer, denominators) => {
  const rules = penaltyRules(await findReferenceData(api.db), payer, debt.asOf)
  const penalty = rules && penaltyFor(debt, rules)

  expect(penalty).toMatchObject({ ok: true })
  expect(penalty?.ok && penalty.segments.map((segment) => segment.denominator)).toEqual(denominators)
  expect(penalty?.ok && penalty.segments.map((segment) => segment.rateBasisPoints)).toEqual(
    denominators.map(() => 950),
  )
})

test('what limits the rate from 2027 on is not known, and no penalty is guessed', async () => {
  const rules = penaltyRules(await findReferenceData(api.db), 'legal_general', '2027-01-02')
  const penalty = rules && penaltyFor({ ...debt, asOf: '2027-01-02' }, rules)

  expect(penalty).toMatchObject({ ok: false, code: 'cap_missing' })
})

test('a month before any rules names what lacks', async () => {
  await expect(referenceOf(api.db, '2013-01')).rejects.toMatchObject({
    code: 'reference_missing',
    details: { fields: { legal_rules: 'missing' } },
  })
})
