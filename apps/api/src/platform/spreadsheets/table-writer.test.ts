import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Cell } from './table.ts'
import { tableWriter } from './table-writer.ts'

const HEAD = { title: 'Счета & «прочее»', columns: ['Имя', 'Долг', 'Вода', 'День', 'Месяц', 'Пусто'] }
const ROWS: Cell[][] = [
  ['Ёлкина <А>', { kopecks: -123_456 }, { litres: 1005 }, { day: '2026-11-23' }, { period: '2026-02' }, null],
  ['=1+1', { kopecks: 1 }, { litres: 0 }, { day: '1999-12-31' }, { period: '2000-01' }, ''],
]

function written(format: 'csv' | 'xlsx'): Buffer {
  const writer = tableWriter(format, HEAD)
  return Buffer.concat([...ROWS.map((row) => writer.write([row])), writer.end()])
}

test('a workbook that was written row by row is read as what it is made of', async () => {
  const rows = await readSheet(written('xlsx'))

  expect(rows).toEqual([
    HEAD.columns,
    ['Ёлкина <А>', -1234.56, 1.005, new Date('2026-11-23'), new Date('2026-02-01'), null],
    ['=1+1', 0.01, 0, new Date('1999-12-31'), new Date('2000-01-01'), null],
  ])
})

test('a table of texts has its headings once', () => {
  expect(written('csv').toString()).toBe(
    "\uFEFFИмя;Долг;Вода;День;Месяц;Пусто\r\nЁлкина <А>;-1234,56;1,005;23.11.2026;2026-02;\r\n'=1+1;0,01;0,000;31.12.1999;2000-01;\r\n",
  )
})
