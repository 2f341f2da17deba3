import { stringify } from 'csv-stringify/sync'
import type { Cell, Table } from './table.ts'

/** What Excel takes without asking where the decimal comma is in use; without the mark it reads Windows-1251. */
export const FOR_SPREADSHEETS = { delimiter: ';', bom: true, record_delimiter: 'windows' } as const

/** A cell must not become a formula when the file is opened; reading takes the apostrophe away again. */
export function guardFormula(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

/** −1234 with two digits → «-12,34». */
function withComma(value: number, fractionDigits: number): string {
  const digits = String(Math.abs(value)).padStart(fractionDigits + 1, '0')
  const sign = value < 0 ? '-' : ''
  return `${sign}${digits.slice(0, -fractionDigits)},${digits.slice(-fractionDigits)}`
}

/** Only texts can be taken for formulas: what we have counted ourselves stays a number. */
export function inCsv(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return guardFormula(cell)
  if ('kopecks' in cell) return withComma(cell.kopecks, 2)
  if ('litres' in cell) return withComma(cell.litres, 3)
  return 'day' in cell ? cell.day.split('-').toReversed().join('.') : cell.period
}

/** Semicolons, decimal comma: roubles, cubic metres, days as 23.11.2026. */
export function toCsv({ columns, rows }: Table): Buffer {
  return Buffer.from(stringify([columns, ...rows.map((row) => row.map(inCsv))], FOR_SPREADSHEETS))
}
