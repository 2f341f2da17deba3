import type { FileBytes } from '../../platform/file-bytes.ts'
import { openCsv } from './csv-rows.ts'
import { type RowSource, sniffFormat } from './row-source.ts'
import { openXlsx } from './xlsx-rows.ts'

/** @throws UnreadableFile when the file cannot be read as a table */
export async function openFile(bytes: FileBytes): Promise<RowSource> {
  return (await sniffFormat(bytes)) === 'xlsx' ? openXlsx(bytes) : openCsv(bytes)
}

/** Only the first row; the file is closed again. */
export async function readHeader(bytes: FileBytes): Promise<readonly string[]> {
  const { header, rows } = await openFile(bytes)
  if (Symbol.asyncIterator in rows) await rows[Symbol.asyncIterator]().return?.()
  return header
}
