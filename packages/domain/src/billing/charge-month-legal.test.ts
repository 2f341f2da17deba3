import { MonthCharge } from '@rodnik/contract/charges'
import { expect, test } from 'vitest'
import { chargeMonth } from './charge-month.ts'
import { recompute } from './recompute.ts'
import { meterOf, REFERENCE, reading, shopOf } from './test/account.ts'

const YEAR = { litres: 1_460_000, days: 365 }
const lines = (facts: ReturnType<typeof shopOf>) => {
  const month = chargeMonth(facts, REFERENCE)
  expect(MonthCharge.parse(month)).toEqual(month)
  if (!month.ok) return month
  for (const line of month.lines) expect(recompute(line.explanation)).toBe(line.amountKopecks)
  return month.lines
}

test('an organisation pays its meters and VAT of the year on top', () => {
  const meters = [meterOf({ readings: [reading('2026-03-31', 248_000)] })]
  expect(lines(shopOf({ meters }))).toMatchObject([
    {
      litres: 125_000,
      vat: { percent: 22, netKopecks: 412_125, vatKopecks: 90_668 },
      amountKopecks: 502_793,
    },
    {
      litres: 125_000,
      vat: { percent: 22, netKopecks: 275_125, vatKopecks: 60_528 },
      amountKopecks: 335_653,
    },
  ])
})

test('in 2025 the VAT was 20 %', () => {
  const meters = [meterOf({ readings: [reading('2025-11-30', 248_000)] })]
  expect(chargeMonth(shopOf({ period: '2025-11', meters }), REFERENCE)).toMatchObject({
    totalKopecks: 824_700,
  })
})

test('a meter that failed is charged by its last year for sixty days, then the pipe', () => {
  const failed = meterOf({ failedOn: '2026-02-10', year: YEAR })
  const contract = { guaranteed: null, pipeDiameterMm: 25 }
  const april = shopOf({ period: '2026-04', services: ['cold_water'], meters: [failed], contract })
  // 60 days from 10 February end on 10 April: ten days by the year, twenty by the pipe.
  expect(lines(april)).toMatchObject([
    {
      litres: 40_000 + 1_017_876,
      explanation: {
        parts: [
          { method: 'daily_average', days: 10, litres: 40_000 },
          { method: 'capacity', days: 20, litres: 1_017_876 },
        ],
      },
    },
  ])
})

test('half a year without readings is charged by the last year, the seventh month by the pipe', () => {
  const contract = { guaranteed: null, pipeDiameterMm: 25 }
  const methodIn = (months: number) => {
    const missed = { months, reason: 'no_reading', chargedLitres: [] } as const
    return lines(shopOf({ services: ['cold_water'], meters: [meterOf({ year: YEAR, missed })], contract }))
  }
  expect(methodIn(5)).toMatchObject([{ explanation: { parts: [{ method: 'daily_average' }] } }])
  expect(methodIn(6)).toMatchObject([{ explanation: { parts: [{ method: 'capacity' }] } }])
})

test('a new contract without a meter pays its guaranteed volume while that counts', () => {
  const contract = { guaranteed: { monthLitres: 310_000, untilOn: '2026-03-10' }, pipeDiameterMm: 25 }
  expect(lines(shopOf({ services: ['cold_water'], contract }))).toMatchObject([
    {
      explanation: {
        parts: [
          { method: 'guaranteed', litres: 100_000, days: 10 },
          { method: 'capacity', days: 21 },
        ],
      },
    },
  ])
})

test('an organisation without meter, contract or pipe is refused', () => {
  expect(lines(shopOf())).toMatchObject({ code: 'contract_missing' })
  const contract = { guaranteed: null, pipeDiameterMm: null }
  expect(lines(shopOf({ contract }))).toMatchObject({ code: 'method_missing' })
})
