import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chargeMonth } from './charge-month.ts'
import { stornoOf } from './storno.ts'
import { meterOf, REFERENCE, reading, shopOf } from './test/account.ts'

test('a line and its storno are nothing together, VAT included', () => {
  fc.assert(
    fc.property(fc.nat(500_000), (used) => {
      const meters = [meterOf({ readings: [reading('2026-03-31', 123_000 + used)] })]
      const month = chargeMonth(shopOf({ meters }), REFERENCE)
      if (!month.ok) throw new Error(month.code)
      for (const line of month.lines) {
        const storno = stornoOf(line)
        expect(storno.amountKopecks + line.amountKopecks).toBe(0)
        expect((storno.litres ?? 0) + (line.litres ?? 0)).toBe(0)
        expect((storno.vat?.netKopecks ?? 0) + (storno.vat?.vatKopecks ?? 0)).toBe(storno.amountKopecks)
        expect(stornoOf(storno)).toEqual(line)
      }
    }),
  )
})

test('a line without a volume or VAT keeps having none', () => {
  expect(stornoOf({ litres: null, amountKopecks: -831, vat: null })).toEqual({
    litres: null,
    amountKopecks: 831,
    vat: null,
  })
})
