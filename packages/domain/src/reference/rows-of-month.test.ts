import type { ReferenceRow } from '@rodnik/contract/reference'
import { expect, test } from 'vitest'
import { rowsOfMonth } from './rows-of-month.ts'

const price = (validFrom: string, priceKopecks: number): ReferenceRow => ({
  kind: 'tariff',
  service: 'cold_water',
  consumerGroup: 'residents',
  validFrom,
  priceKopecks,
  includesVat: true,
  act: 'Постановление',
})
const ROWS = [price('2025-07-01', 3956), price('2026-01-16', 4022), price('2026-03-01', 4400)]

test.each([
  ['2025-06', []],
  ['2025-07', [3956]],
  ['2026-01', [4022, 3956]],
  ['2026-02', [4022]],
  ['2026-03', [4400]],
])('in %s the prices %j hold', (period, prices) => {
  const found = rowsOfMonth(ROWS, period)

  expect(found.map((row) => row.kind === 'tariff' && row.priceKopecks)).toEqual(prices)
})

test('terms of payment are no matter of what a month costs', () => {
  const due: ReferenceRow = {
    kind: 'due_day',
    consumerGroup: 'residents',
    validFrom: '2020-01-01',
    dayOfMonth: 10,
    act: 'Закон',
  }

  expect(rowsOfMonth([due], '2026-01')).toEqual([])
})
