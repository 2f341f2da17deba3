import writeXlsx, { type CellObject, type Sheet } from 'write-excel-file/node'
import type { Cell, Table } from './table.ts'

const atMidnight = (day: string) => new Date(`${day}T00:00:00Z`)

function inXlsx(cell: Cell): CellObject | null {
  if (cell === null) return null
  if (typeof cell === 'string') return { value: cell, type: String }
  if ('kopecks' in cell) return { value: cell.kopecks / 100, type: Number, format: '#,##0.00' }
  if ('litres' in cell) return { value: cell.litres / 1000, type: Number, format: '0.000' }
  if ('day' in cell) return { value: atMidnight(cell.day), type: Date, format: 'dd.mm.yyyy' }
  return { value: atMidnight(`${cell.period}-01`), type: Date, format: 'mm.yyyy' }
}

const WIDTH = 18

const sheetOf = ({ title, columns, rows }: Table): Sheet<never> => ({
  sheet: title,
  stickyRowsCount: 1,
  columns: columns.map(() => ({ width: WIDTH })),
  data: [
    columns.map((name) => ({ value: name, fontWeight: 'bold' as const, wrap: true })),
    ...rows.map((row) => row.map(inXlsx)),
  ],
})

/** A sheet for each table: roubles, cubic metres and days as Excel's own numbers; a text is never a formula. */
export const toXlsx = (tables: readonly Table[]): Promise<Buffer> => writeXlsx(tables.map(sheetOf)).toBuffer()
