import { expect, test } from 'vitest'
import { closedByNext } from './dated-rows.ts'

const row = (service: string, validFrom: string) => ({ service, validFrom })
const closed = (...rows: ReturnType<typeof row>[]) => closedByNext(rows, ({ service }) => service)

test('a price ends on the day before the next of its service begins', () => {
  const rows = closed(row('cold', '2026-01-01'), row('waste', '2025-12-01'), row('cold', '2025-07-01'))
  expect(rows).toEqual([
    { service: 'cold', validFrom: '2025-07-01', validTo: '2025-12-31' },
    { service: 'waste', validFrom: '2025-12-01', validTo: null },
    { service: 'cold', validFrom: '2026-01-01', validTo: null },
  ])
})

test('two prices from the same day stay two', () => {
  const rows = closed(row('cold', '2026-01-01'), row('cold', '2026-01-01'))
  expect(rows.map(({ validTo }) => validTo)).toEqual([null, null])
})
