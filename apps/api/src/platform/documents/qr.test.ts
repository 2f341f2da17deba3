import { qrBytes, receiptQr } from '@rodnik/domain/receipts/receipt-qr'
import * as fc from 'fast-check'
import jsQr from 'jsqr'
import { expect, test } from 'vitest'
import { aProvider } from '../../../test/receipts.ts'
import { cellsOf } from './qr.ts'

const CELL_PIXELS = 3

/** The cells as a camera sees them. */
function scanned(content: Uint8Array): Uint8Array | undefined {
  const cells = cellsOf(content)
  const size = cells.length * CELL_PIXELS
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const isDark = cells[Math.floor(y / CELL_PIXELS)]?.[Math.floor(x / CELL_PIXELS)]
      if (isDark) pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
    }
  }
  const found = jsQr.default(pixels, size, size)
  return found ? Uint8Array.from(found.binaryData) : undefined
}

test('a camera reads every payment to the byte, in either encoding', () => {
  const payment = fc.record({
    accountNumber: fc.stringMatching(/^314\d{7}$/),
    period: fc.constantFrom('2025-12', '2026-03', '2026-10'),
    sumKopecks: fc.integer({ min: 1, max: 999_999_999 }),
  })
  const name = fc.constantFrom('МУП «Родник»', 'Муниципальное унитарное предприятие «Родник»')
  fc.assert(
    fc.property(payment, name, (facts, payee) => {
      const bytes = qrBytes(receiptQr({ ...facts, provider: { ...aProvider(), name: payee } }))

      expect(scanned(bytes)).toEqual(Uint8Array.from(bytes))
    }),
    { numRuns: 200 },
  )
})
