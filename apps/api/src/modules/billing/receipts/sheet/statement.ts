import { type Pdf, write } from '../../../../platform/documents/document.ts'
import { shortDay, sum } from '../../../../platform/documents/sheet/format.ts'
import { type Place, put } from '../../../../platform/documents/sheet/put.ts'
import { drawTable } from '../../../../platform/documents/sheet/table.ts'
import type { ReceiptData } from '../receipt-data.ts'
import { type Density, TITLE_POINTS } from './density.ts'
import { statementRows } from './statement-rows.ts'

/** From the bill before to this one: why the sum to pay is not the sum of the month. Gives the y below. */
export function drawStatement(
  pdf: Pdf,
  { x, y, width }: Place,
  data: ReceiptData,
  { size, rowPoints }: Density,
): number {
  const { statement } = data
  write(pdf, 'H2', () => put(pdf, 'Из чего сумма к оплате', { x, y, width }, { size: 12, face: 'bold' }))
  const place = { x, y: y + TITLE_POINTS, width }
  return drawTable(pdf, place, {
    columns: [
      { title: `На ${shortDay(statement.issuedOn)}`, share: 190 },
      { title: '₽', share: 100, align: 'right' },
    ],
    rows: statementRows(data).map(({ words, kopecks }) => [words, sum(kopecks)]),
    total: ['К оплате', sum(statement.toPayKopecks)],
    rowPoints,
    size,
  })
}
