import { type CellValue, readSheet, type SheetData } from 'read-excel-file/node'
import { type FileBytes, wholeOf } from '../../platform/file-bytes.ts'
import type { RowSource } from './row-source.ts'
import { watchSheet } from './sheet-extent.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { unpackedBytes } from './zip-size.ts'

// A sheet is unpacked and kept in memory as a whole; CSV is read as a stream and has no such limits.
const MAX_FILE_BYTES = 20 * 1024 * 1024
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024
const MAX_ROWS = 200_000
const MAX_COLUMNS = 200
/** The header is a row as well. */
const MAX_EXTENT = { rows: MAX_ROWS + 1, columns: MAX_COLUMNS, cells: 10_000_000 }

/** The first sheet of a workbook. @throws UnreadableFile for one that is too big, with the way out, or damaged */
export async function openXlsx(bytes: FileBytes): Promise<RowSource> {
  if (bytes.byteCount > MAX_FILE_BYTES) throw tooBig(`${Math.ceil(bytes.byteCount / 2 ** 20)} MB`)
  const workbook = await wholeOf(bytes)
  const unpacked = await unpackedBytes(workbook, MAX_UNPACKED_BYTES, lookAtXml)
  if (unpacked > MAX_UNPACKED_BYTES) throw tooBig('more than 200 MB when unpacked')
  const sheet = await firstSheet(workbook)
  return { header: sheet[0]?.map(toText) ?? [], rows: filledRows(sheet), format: 'XLSX, first sheet' }
}

/** A sheet may lie at any place that the workbook names. */
const lookAtXml = (name: string) =>
  name.endsWith('.xml')
    ? watchSheet(MAX_EXTENT, (what) => {
        throw tooBig(what)
      })
    : () => undefined

function* filledRows(sheet: SheetData) {
  for (const cells of sheet.slice(1)) {
    const row = cells.map(toText)
    if (row.some((cell) => cell.trim() !== '')) yield row
  }
}

/** Some other archive, or a workbook that lacks its parts. */
async function firstSheet(workbook: Buffer) {
  try {
    return await readSheet(workbook)
  } catch (error) {
    throw new UnreadableFile('workbook_damaged', 'This is no workbook, or a damaged one.', { cause: error })
  }
}

function tooBig(what: string): UnreadableFile {
  return new UnreadableFile(
    'workbook_too_big',
    `The workbook is too big (${what}; ${MAX_ROWS} rows and ${MAX_COLUMNS} columns at most): save it as CSV.`,
  )
}

function toText(cell: CellValue | Date | null): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  // Excel keeps 123.456 as 123.45599999999999.
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)))
  return String(cell)
}
