import type { ChargeLine } from '@rodnik/contract/charges'
import { expect, test } from 'vitest'
import { chargeMonth } from '../billing/charge-month.ts'
import { meterOf, REFERENCE, reading, shopOf } from '../billing/test/account.ts'
import { supplyLines, supplyTotal } from './supply-lines.ts'

function linesOfShop(): ChargeLine[] {
  const shop = shopOf({
    meters: [
      meterOf({ id: '018f3c5a-0000-7000-8000-0000000000a1', readings: [reading('2026-03-31', 126_345)] }),
      meterOf({ id: '018f3c5a-0000-7000-8000-0000000000a2', readings: [reading('2026-03-31', 125_111)] }),
    ],
  })
  const charged = chargeMonth(shop, REFERENCE)
  if (!charged.ok) throw new Error(charged.code)
  return charged.lines
}

test('lines of one price and rate are one, and the sums are those of the bill', () => {
  const lines = linesOfShop()
  const supply = supplyLines(lines)

  expect(new Set(supply.map(({ service, priceKopecks }) => `${service} ${priceKopecks}`)).size).toBe(
    supply.length,
  )
  expect(supplyTotal(supply).totalKopecks).toBe(
    lines.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0),
  )
  for (const { netKopecks, vatKopecks, totalKopecks } of supply) {
    expect(netKopecks + vatKopecks).toBe(totalKopecks)
  }
})
