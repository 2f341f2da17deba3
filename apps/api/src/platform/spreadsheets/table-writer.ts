import { stringify } from 'csv-stringify/sync'
import { FOR_SPREADSHEETS, inCsv } from './csv.ts'
import type { TableHead, TableWriter } from './table.ts'
import { xlsxWriter } from './xlsx-writer.ts'

function csvWriter({ columns }: TableHead): TableWriter {
  let head = stringify([columns], FOR_SPREADSHEETS)
  return {
    write: (rows) => {
      const cells = rows.map((row) => row.map(inCsv))
      const text = head + stringify(cells, { ...FOR_SPREADSHEETS, bom: false })
      head = ''
      return Buffer.from(text)
    },
    end: () => Buffer.from(head),
  }
}

export const tableWriter = (format: 'csv' | 'xlsx', head: TableHead): TableWriter =>
  format === 'csv' ? csvWriter(head) : xlsxWriter(head)
