import { decorate, type Pdf, write } from '../../../../platform/documents/document.ts'
import { month, shortDay } from '../../../../platform/documents/sheet/format.ts'
import { INK, QUIET } from '../../../../platform/documents/sheet/ink.ts'
import { type Place, put } from '../../../../platform/documents/sheet/put.ts'
import type { ReceiptData } from '../receipt-data.ts'
import { HEAD_POINTS } from './density.ts'

/** Which paper it is, of which month and whose; gives the y below. */
export function drawHead(
  pdf: Pdf,
  { x, y, width }: Place,
  { period, provider, statement }: ReceiptData,
): number {
  const half = width / 2
  write(pdf, 'P', () => put(pdf, provider.name, { x, y, width: half }, { size: 10, face: 'bold' }))
  write(pdf, 'P', () =>
    put(
      pdf,
      `Платёжный документ от ${shortDay(statement.issuedOn)}`,
      { x: x + half, y: y + 1, width: half },
      { size: 9, color: QUIET, align: 'right' },
    ),
  )
  write(pdf, 'H1', () =>
    put(pdf, `Квитанция за воду: ${month(period)} года`, { x, y: y + 15, width }, { size: 20, face: 'bold' }),
  )
  const below = y + 46
  decorate(pdf, () =>
    pdf
      .moveTo(x, below)
      .lineTo(x + width, below)
      .lineWidth(2)
      .stroke(INK),
  )
  return y + HEAD_POINTS
}
