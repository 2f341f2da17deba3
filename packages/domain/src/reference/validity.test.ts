import type { ReferenceRow } from '@rodnik/contract/reference'
import { expect, test } from 'vitest'
import { subjectOf, valueOf } from './subject.ts'
import { inForceOn, withValidTo } from './validity.ts'

const price = (
  validFrom: string,
  priceKopecks: number,
  service: 'cold_water' | 'wastewater' = 'cold_water',
) =>
  ({
    kind: 'tariff',
    service,
    consumerGroup: 'residents',
    validFrom,
    priceKopecks,
    includesVat: true,
    act: 'Постановление',
  }) as const satisfies ReferenceRow

test('a price ends the day before the next one of its service, in whatever order they come', () => {
  const rows = [price('2026-01-01', 4022), price('2025-07-01', 3956), price('2025-12-01', 2641, 'wastewater')]

  expect(withValidTo(rows).map(({ row, validTo }) => [row.service, row.validFrom, validTo])).toEqual([
    ['cold_water', '2026-01-01', null],
    ['cold_water', '2025-07-01', '2025-12-31'],
    ['wastewater', '2025-12-01', null],
  ])
})

test.each([
  ['2025-06-30', undefined],
  ['2025-07-01', 3956],
  ['2025-12-31', 3956],
  ['2026-01-01', 4022],
])('on %s the price in force is %s', (day, kopecks) => {
  const rows = [price('2025-07-01', 3956), price('2026-01-01', 4022)]

  expect(inForceOn(rows, day)?.priceKopecks).toBe(kopecks)
})

test('a value is told apart from what it is of', () => {
  const row = price('2026-01-01', 4022)

  expect(subjectOf(row)).toBe('cold_water residents')
  expect(valueOf(row)).toEqual({ priceKopecks: 4022, includesVat: true })
})

test('what there is one of has no subject', () => {
  expect(subjectOf({ kind: 'vat', validFrom: '2026-01-01', percent: 22, act: '425-ФЗ' })).toBe('')
})
