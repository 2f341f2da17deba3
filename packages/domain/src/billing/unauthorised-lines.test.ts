import { VolumeLine } from '@rodnik/contract/charges'
import { expect, test } from 'vitest'
import { recompute } from './recompute.ts'
import { flatOf, REFERENCE, shopOf } from './test/account.ts'
import { type UnauthorisedLines, unauthorisedLines } from './unauthorised-lines.ts'

const amounts = (extra: UnauthorisedLines) =>
  extra.ok
    ? extra.lines.map((line) => {
        expect(VolumeLine.parse(line)).toEqual(line)
        expect(recompute(line.explanation)).toBe(line.amountKopecks)
        return [line.period, line.service, line.litres, line.amountKopecks]
      })
    : extra.code

test('water past the meter is charged for the three months before, each at its own price', () => {
  const persons = [{ from: '2020-01-01', to: null, persons: 2 }]
  const facts = flatOf({ period: '2026-02', persons, services: ['cold_water'] })
  expect(amounts(unauthorisedLines(facts, 12, REFERENCE))).toEqual([
    ['2025-11', 'cold_water', 182_000, 719_992],
    ['2025-12', 'cold_water', 182_000, 719_992],
    ['2026-01', 'cold_water', 182_000, 732_004],
  ])
})

test('without norm, people or price nothing is charged, and organisations have other rules', () => {
  const refused = (facts: Parameters<typeof flatOf>[0]) =>
    amounts(unauthorisedLines(flatOf(facts), 3, REFERENCE))
  expect(refused({ housingGroup: 'yurt' })).toBe('norm_missing')
  expect(refused({ persons: [], owners: 0 })).toBe('persons_unknown')
  expect(refused({ period: '2024-03' })).toBe('tariff_missing')
  expect(amounts(unauthorisedLines(shopOf(), 3, REFERENCE))).toBe('residents_only')
})
