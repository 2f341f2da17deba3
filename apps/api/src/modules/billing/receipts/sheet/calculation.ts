import type { ReceiptRow } from '@rodnik/domain/receipts/receipt-rows'
import { type Pdf, write } from '../../../../platform/documents/document.ts'
import { month, sum, volume } from '../../../../platform/documents/sheet/format.ts'
import { QUIET } from '../../../../platform/documents/sheet/ink.ts'
import { type Place, put } from '../../../../platform/documents/sheet/put.ts'
import { type Column, drawTable, type Table } from '../../../../platform/documents/sheet/table.ts'
import type { ReceiptData } from '../receipt-data.ts'
import { type Density, TITLE_POINTS } from './density.ts'
import { rowName, serviceName } from './words.ts'

const COLUMNS: Column[] = [
  { title: 'Услуга', share: 108 },
  { title: 'Как посчитано', share: 190 },
  { title: 'Объём, м³', share: 68, align: 'right' },
  { title: 'Тариф, ₽ за м³', share: 80, align: 'right' },
  { title: 'Начислено, ₽', share: 81, align: 'right' },
]

const VAT_COLUMNS: Column[] = [
  { title: 'Услуга', share: 86 },
  { title: 'Как посчитано', share: 158 },
  { title: 'Объём, м³', share: 56, align: 'right' },
  { title: 'Тариф, ₽', share: 52, align: 'right' },
  { title: 'Без НДС, ₽', share: 64, align: 'right' },
  { title: 'НДС', share: 34, align: 'right' },
  { title: 'НДС, ₽', share: 54, align: 'right' },
  { title: 'Всего, ₽', share: 64, align: 'right' },
]

/** For someone who may see sums only. */
const SUM_COLUMNS = COLUMNS.filter(({ title }) => title !== 'Как посчитано' && title !== 'Тариф, ₽ за м³')

const DASH = '—'

/** What was charged for the month, row by row; gives the y below. */
export function drawCalculation(
  pdf: Pdf,
  { x, y, width }: Place,
  data: ReceiptData,
  { size, rowPoints }: Density,
): number {
  const { period, isGrouped } = data
  write(pdf, 'H2', () =>
    put(pdf, `Начислено за ${month(period)}`, { x, y, width }, { size: 12, face: 'bold' }),
  )
  const below = drawTable(pdf, { x, y: y + TITLE_POINTS, width }, { ...tableOf(data), rowPoints, size })
  if (!isGrouped) return below
  write(pdf, 'P', () =>
    put(
      pdf,
      'Одинаковые строки сложены. Полный расчёт, месяц за месяцем, — в личном кабинете.',
      { x, y: below + 3, width },
      { size: 8.5, color: QUIET },
    ),
  )
  return below + 14
}

function tableOf({ rows, payer, statement }: ReceiptData): Pick<Table, 'columns' | 'rows' | 'total'> {
  const title = 'Итого за месяц'
  if (payer === null) {
    const short = rows.map((row) => [
      serviceName[row.service],
      volume(row.litres ?? 0),
      sum(row.amountKopecks),
    ])
    return { columns: SUM_COLUMNS, rows: short, total: [title, '', sum(statement.chargedKopecks)] }
  }
  if (rows.some(({ vat }) => vat !== null)) {
    return { columns: VAT_COLUMNS, rows: rows.map(vatCells), total: [title, ...vatTotal(rows)] }
  }
  return {
    columns: COLUMNS,
    rows: rows.map(cells),
    total: [title, '', '', '', sum(statement.chargedKopecks)],
  }
}

const cells = (row: ReceiptRow) => [
  serviceName[row.service],
  rowName(row),
  row.litres === null ? DASH : volume(row.litres),
  row.priceKopecks === null ? DASH : sum(row.priceKopecks),
  sum(row.amountKopecks),
]

function vatCells(row: ReceiptRow): string[] {
  const [service = '', name = '', litres = '', price = '', total = ''] = cells(row)
  const { vat } = row
  const money = vat ? [sum(vat.netKopecks), `${vat.percent}\u00a0%`, sum(vat.vatKopecks)] : [DASH, DASH, DASH]
  return [service, name, litres, price, ...money, total]
}

function vatTotal(rows: readonly ReceiptRow[]): string[] {
  const added = (of: (row: ReceiptRow) => number) => sum(rows.reduce((total, row) => total + of(row), 0))
  return [
    '',
    '',
    '',
    added(({ vat, amountKopecks }) => vat?.netKopecks ?? amountKopecks),
    '',
    added(({ vat }) => vat?.vatKopecks ?? 0),
    added(({ amountKopecks }) => amountKopecks),
  ]
}
