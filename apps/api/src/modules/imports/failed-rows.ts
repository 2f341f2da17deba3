import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import type { FileBytes } from '../../platform/file-bytes.ts'
import { FOR_SPREADSHEETS, guardFormula } from '../../platform/spreadsheets/csv.ts'
import type { Failure } from './load-rows.ts'
import { openFile } from './open-file.ts'
import { describeReason } from './reasons.ts'
import { headerKey, type Layout, reasonHeader } from './recognise-header.ts'

/** What of a file was not taken. */
export type FailedRows = { bytes: FileBytes; failures: AsyncIterable<Failure>; layout: Layout }

export type FailedRow = Failure & { cells: readonly string[] }

/**
 * Writes the failed rows as they came, with the reason in a last column: mended, the file can be imported
 * again. The file is read once more for that, so that good files cost nothing.
 * @param onRow is told of each of them, in order
 */
export async function writeFailedRows(
  failed: FailedRows,
  sink: Writable | ((csv: AsyncIterable<Buffer>) => Promise<void>),
  onRow: (row: FailedRow) => void = () => {},
): Promise<void> {
  const csv = stringify(FOR_SPREADSHEETS)
  await pipeline(Readable.from(failedLines(failed, onRow)), csv, sink)
}

async function* failedLines({ bytes, failures, layout }: FailedRows, onRow: (row: FailedRow) => void) {
  const { header, rows } = await openFile(bytes)
  const reasonAt = header.findIndex((name) => headerKey(name) === headerKey(reasonHeader[layout.language]))
  const withReason = (cells: readonly string[], reason: string) => {
    const kept = Array.from({ length: layout.width }, (_, i) => guardFormula(cells[i] ?? ''))
    return [...kept.filter((_, i) => i !== reasonAt), reason]
  }
  yield withReason(header, reasonHeader[layout.language])
  const pending = failures[Symbol.asyncIterator]()
  let failure = await pending.next()
  let rowNumber = 2
  for await (const cells of rows) {
    if (failure.done) break
    if (failure.value.rowNumber === rowNumber) {
      onRow({ ...failure.value, cells })
      yield withReason(cells, describeReason(failure.value.reason, layout.language, layout.kind.columns))
      failure = await pending.next()
    }
    rowNumber++
  }
}
