import { openCsv } from './csv-rows.ts'
import { type RowSource, sniffFormat } from './row-source.ts'
import { openXlsx } from './xlsx-rows.ts'

/** @throws Error in the operator's words when the file cannot be read as a table */
export async function openFile(path: string): Promise<RowSource> {
  return (await sniffFormat(path)) === 'xlsx' ? openXlsx(path) : openCsv(path)
}

/** Only the first row; the file is closed again. */
export async function readHeader(path: string): Promise<readonly string[]> {
  const { header, rows } = await openFile(path)
  if (Symbol.asyncIterator in rows) await rows[Symbol.asyncIterator]().return?.()
  return header
}
