import { VolumeLine } from '@rodnik/contract/charges'
import { expect, test } from 'vitest'
import { correctionLines, type ExtraLines, inspectionLines, unauthorisedLines } from './extra-lines.ts'
import { UNAUTHORISED_RULES } from './law-data.ts'
import { recompute } from './recompute.ts'
import { flatOf, REFERENCE } from './test/account.ts'

const amounts = (extra: ExtraLines) =>
  extra.ok
    ? extra.lines.map((line) => {
        expect(VolumeLine.parse(line)).toEqual(line)
        expect(recompute(line.explanation)).toBe(line.amountKopecks)
        return [line.period, line.service, line.litres, line.amountKopecks]
      })
    : extra.code

test('a mistyped reading is corrected month by month, each at its own price', () => {
  const months = [
    { period: '2025-12', billedLitres: 318_000, trueLitres: 308_000 },
    { period: '2026-01', billedLitres: 318_000, trueLitres: 316_000 },
  ]
  const correction = { meterId: 'cold-1', startLitres: 300_000, months }
  expect(amounts(correctionLines(flatOf(), correction, REFERENCE))).toEqual([
    ['2025-12', 'cold_water', -10_000, -39_560],
    ['2025-12', 'wastewater', -10_000, -26_410],
    ['2026-01', 'cold_water', 8000, 32_176],
    ['2026-01', 'wastewater', 8000, 21_480],
  ])
})

test('true readings that run backwards are no correction', () => {
  const months = [{ period: '2025-12', billedLitres: 318_000, trueLitres: 299_000 }]
  const correction = { meterId: 'cold-1', startLitres: 300_000, months }
  expect(amounts(correctionLines(flatOf(), correction, REFERENCE))).toBe('negative_volume')
})

test('what an inspector found is charged in the month of the inspection', () => {
  const inspection = { period: '2026-03', billedLitres: 330_000, foundLitres: 345_000 }
  const facts = flatOf({ services: ['cold_water'] })
  expect(amounts(inspectionLines(facts, inspection, REFERENCE))).toEqual([
    ['2026-03', 'cold_water', 15_000, 60_330],
  ])
})

test('water past the meter is charged for the three months before, each at its own price', () => {
  const persons = [{ from: '2020-01-01', to: null, persons: 2 }]
  const facts = flatOf({ period: '2026-02', persons, services: ['cold_water'] })
  const finding = { months: 12, rules: UNAUTHORISED_RULES }
  expect(amounts(unauthorisedLines(facts, finding, REFERENCE))).toEqual([
    ['2025-11', 'cold_water', 182_000, 719_992],
    ['2025-12', 'cold_water', 182_000, 719_992],
    ['2026-01', 'cold_water', 182_000, 732_004],
  ])
})

test('without norm, people or price nothing is charged', () => {
  const finding = { months: 3, rules: UNAUTHORISED_RULES }
  expect(amounts(unauthorisedLines(flatOf({ housingGroup: 'yurt' }), finding, REFERENCE))).toBe(
    'norm_missing',
  )
  expect(amounts(unauthorisedLines(flatOf({ persons: [], owners: 0 }), finding, REFERENCE))).toBe(
    'persons_unknown',
  )
  const inspection = { period: '2020-03', billedLitres: 0, foundLitres: 1 }
  expect(amounts(inspectionLines(flatOf(), inspection, REFERENCE))).toBe('tariff_missing')
})
