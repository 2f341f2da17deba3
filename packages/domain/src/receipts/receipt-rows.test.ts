import type { ChargeLine } from '@rodnik/contract/charges'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chargeMonth } from '../billing/charge-month.ts'
import { flatOf, meterOf, REFERENCE, reading, shopOf } from '../billing/test/account.ts'
import { billedReadings } from './billed-readings.ts'
import { recalculationsOf } from './receipt-recalculations.ts'
import { MAX_RECEIPT_ROWS, receiptRows } from './receipt-rows.ts'

function servicesOf(facts: Parameters<typeof chargeMonth>[0]) {
  const month = chargeMonth(facts, REFERENCE)
  if (!month.ok) throw new Error(month.code)
  return [...Map.groupBy(month.lines, ({ service }) => service)].map(([service, lines]) => ({
    service,
    lines,
  }))
}

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08']

/** A flat whose past months were corrected, each with a line of its own. */
function correctedFlat(litres: readonly number[]) {
  const services = servicesOf(flatOf({ meters: [meterOf({ readings: [reading('2026-03-20', 130_000)] })] }))
  return services.map(({ service, lines }) => ({
    service,
    lines: [
      ...lines,
      ...litres.flatMap((by, i) => lines.map((line) => corrected(line, MONTHS[i] ?? '', by))),
    ],
  }))
}

function corrected(line: ChargeLine, period: string, litres: number): ChargeLine {
  if (line.kind !== 'charge') return line
  return { ...line, kind: 'correction', period, litres, amountKopecks: litres * 4 }
}

const total = (items: readonly { amountKopecks: number }[]) =>
  items.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0)

test('a flat with a meter has a row for each service, with volume and price', () => {
  const { rows, isGrouped } = receiptRows(correctedFlat([]))

  expect(isGrouped).toBe(false)
  expect(rows).toMatchObject([
    { service: 'cold_water', kind: 'charge', method: 'meter', days: null, litres: 7000, priceKopecks: 4022 },
    { service: 'wastewater', kind: 'charge', method: 'meter', days: null, litres: 7000, priceKopecks: 2685 },
  ])
})

test('a month of two prices names the days of each', () => {
  const meters = [meterOf({ readings: [reading('2026-10-16', 126_000), reading('2026-10-24', 130_000)] })]
  const services = servicesOf(flatOf({ period: '2026-10', meters }))

  expect(receiptRows(services).rows.map(({ days, priceKopecks }) => [days?.from, priceKopecks])).toEqual([
    ['2026-10-01', 4022],
    ['2026-10-16', 4400],
    ['2026-10-01', 2685],
    ['2026-10-16', 2900],
  ])
  expect(billedReadings(services)).toEqual([
    { meterId: 'cold-1', readings: { fromLitres: 123_000, toLitres: 130_000, usedLitres: 7000 } },
  ])
})

test('the coefficient has its own row, and a meter that was silent has no readings', () => {
  const missed = { months: 5, reason: 'expired' as const, chargedLitres: [7000, 7000, 7000] }
  const services = servicesOf(flatOf({ meters: [meterOf({ missed, verificationDueOn: '2025-10-01' })] }))

  expect(receiptRows(services).rows.map(({ kind, method }) => [kind, method])).toEqual([
    ['charge', 'norm'],
    ['surplus', null],
    ['charge', 'norm'],
  ])
})

test('an organisation sees VAT in every row', () => {
  const rows = receiptRows(
    servicesOf(shopOf({ meters: [meterOf({ readings: [reading('2026-03-31', 130_000)] })] })),
  ).rows

  expect(rows.map(({ vat }) => vat?.percent)).toEqual([22, 22])
})

test('however many months were corrected, the rows fit the page and add up to the bill', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9000, max: 9000 }), { maxLength: 8 }), (litres) => {
      const services = correctedFlat(litres)
      const { rows, isGrouped } = receiptRows(services)
      const lines = services.flatMap((service) => service.lines)

      expect(rows.length).toBeLessThanOrEqual(MAX_RECEIPT_ROWS)
      expect(isGrouped).toBe(lines.length > MAX_RECEIPT_ROWS)
      expect(total(rows)).toBe(total(lines))
    }),
  )
})

test('what is recalculated is told with its month', () => {
  expect(recalculationsOf(correctedFlat([-1000]))).toMatchObject([
    { service: 'cold_water', because: 'correction', period: '2026-01', litres: -1000, amountKopecks: -4000 },
    { service: 'wastewater', because: 'correction', period: '2026-01', litres: -1000, amountKopecks: -4000 },
  ])
})

test('a reading after silent months tells what it settles, inside of the line of the charge', () => {
  const missed = { months: 2, reason: 'no_reading' as const, chargedLitres: [7000, 7000] }
  const services = servicesOf(
    flatOf({ meters: [meterOf({ missed, readings: [reading('2026-03-20', 144_000)] })] }),
  )

  expect(recalculationsOf(services)).toMatchObject([
    { service: 'cold_water', because: 'true_up', litres: -14_000, amountKopecks: null },
    { service: 'wastewater', because: 'true_up', litres: -14_000, amountKopecks: null },
  ])
})
