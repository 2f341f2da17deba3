import { type FileBytes, startOf } from '../../platform/file-bytes.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Rows of cells from wherever they come; read once, from the first to the last. */
export type RowSource = {
  header: readonly string[]
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>
  /** What the file turned out to be, for the operator to see. */
  format: string
}

/** Content decides, not the name: people rename files. */
export async function sniffFormat(bytes: FileBytes): Promise<'csv' | 'xlsx'> {
  const start = await startOf(bytes, 8)
  if (start.length === 0) throw new UnreadableFile('empty', 'The file is empty.')
  if (start.length > 1 && start.readUInt16BE(0) === 0x504b) return 'xlsx'
  if (start.toString('hex') === 'd0cf11e0a1b11ae1') {
    throw new UnreadableFile('old_excel', 'This is a file of the old Excel (.xls): save it as .xlsx or CSV.')
  }
  return 'csv'
}
