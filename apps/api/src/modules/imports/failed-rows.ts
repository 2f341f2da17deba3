import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { FOR_SPREADSHEETS, guardFormula } from '../../platform/spreadsheets/csv.ts'
import type { Failure } from './load-rows.ts'
import { openFile } from './open-file.ts'
import { describeReason } from './reasons.ts'
import { headerKey, type Layout, reasonHeader } from './recognise-header.ts'

/** accounts.csv → accounts.failed.csv. */
export function failedPath(path: string): string {
  return `${path.replace(/\.[^./\\]*$/, '')}.failed.csv`
}

/**
 * Writes the failed rows as they came, with the reason in a last column: mended, the file can be imported
 * again. The file is read once more for that, so that good files cost nothing.
 */
export async function writeFailedFile(
  path: string,
  failures: AsyncIterable<Failure>,
  layout: Layout,
): Promise<void> {
  const csv = stringify(FOR_SPREADSHEETS)
  await pipeline(Readable.from(failedRows(path, failures, layout)), csv, createWriteStream(failedPath(path)))
}

async function* failedRows(path: string, failures: AsyncIterable<Failure>, layout: Layout) {
  const { header, rows } = await openFile(path)
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
      yield withReason(cells, describeReason(failure.value.reason, layout.language, layout.kind.columns))
      failure = await pending.next()
    }
    rowNumber++
  }
}
