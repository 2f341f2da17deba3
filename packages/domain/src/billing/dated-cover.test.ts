import { expect, test } from 'vitest'
import { coverMonth } from './dated-cover.ts'
import { monthFrame } from './month-frame.ts'

const MARCH = monthFrame('2026-03')
const row = (validFrom: string, validTo: string | null) => ({ validFrom, validTo })

test('a month of two prices has two segments that meet', () => {
  const cover = coverMonth([row('2026-03-16', null), row('2020-01-01', '2026-03-15')], MARCH)
  expect(cover).toMatchObject({
    segments: [
      { from: '2026-03-01', to: '2026-03-15' },
      { from: '2026-03-16', to: '2026-03-31' },
    ],
  })
})

test.each([
  ['no row', [], 'missing', '2026-03-01'],
  ['a late beginning', [row('2026-03-02', null)], 'missing', '2026-03-01'],
  ['an early end', [row('2020-01-01', '2026-03-30')], 'missing', '2026-03-31'],
  ['a hole', [row('2020-01-01', '2026-03-10'), row('2026-03-12', null)], 'missing', '2026-03-11'],
  ['two rows', [row('2020-01-01', '2026-03-10'), row('2026-03-10', null)], 'overlap', '2026-03-10'],
  ['two rows for ever', [row('2020-01-01', null), row('2021-01-01', null)], 'overlap', '2026-03-01'],
])('%s is named with its day', (_, rows, fault, day) => {
  expect(coverMonth(rows, MARCH)).toEqual({ ok: false, fault, day })
})
