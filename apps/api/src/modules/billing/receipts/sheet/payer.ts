import { type Pdf, write } from '../../../../platform/documents/document.ts'
import { accountNumber, addressLine } from '../../../../platform/documents/sheet/format.ts'
import { QUIET } from '../../../../platform/documents/sheet/ink.ts'
import { drawPair } from '../../../../platform/documents/sheet/pair.ts'
import { type Place, put } from '../../../../platform/documents/sheet/put.ts'
import type { ReceiptData } from '../receipt-data.ts'
import type { Density } from './density.ts'

/** Whose receipt it is; gives the y below. */
export function drawPayer(
  pdf: Pdf,
  { x, y, width }: Place,
  { payer, accountNumber: digits }: ReceiptData,
  { size }: Density,
): number {
  // What is typed into machines and read out on the phone.
  write(pdf, 'P', () => {
    put(pdf, 'Лицевой счёт', { x, y: y + 5, width: 90 }, { size, color: QUIET })
    put(pdf, accountNumber(digits), { x: x + size * 8.6, y, width: width - 90 }, { size: 17, face: 'bold' })
  })
  if (!payer) return y + 26
  const named = payer.name === '' ? [] : [{ label: 'Плательщик', value: payer.name, lines: 2 }]
  const pairs = [...named, { label: 'Адрес', value: addressLine(payer), lines: 3 }]
  return pairs.reduce((below, pair) => drawPair(pdf, { x, y: below, width }, pair, size), y + 28)
}
