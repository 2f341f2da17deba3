import { existsSync } from 'node:fs'
import { readStart } from './text-encoding.ts'

/** Rows of cells from wherever they come; read once, from the first to the last. */
export type RowSource = {
  header: readonly string[]
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>
  /** What the file turned out to be, for the operator to see. */
  format: string
}

/** Content decides, not the name: people rename files. */
export async function sniffFormat(path: string): Promise<'csv' | 'xlsx'> {
  if (!existsSync(path)) throw new Error('There is no such file.')
  const start = await readStart(path, 8)
  if (start.length === 0) throw new Error('The file is empty.')
  if (start.readUInt16BE(0) === 0x504b) return 'xlsx'
  if (start.toString('hex') === 'd0cf11e0a1b11ae1') {
    throw new Error('This is a file of the old Excel (.xls): save it as .xlsx or CSV.')
  }
  return 'csv'
}
