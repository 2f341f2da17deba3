import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { type FileBytes, startOf } from '../../platform/file-bytes.ts'
import type { RowSource } from './row-source.ts'
import { detectSeparator, type Separator } from './separator.ts'
import { detectEncoding, type Encoding, readText } from './text-encoding.ts'
import { UnreadableFile } from './unreadable-file.ts'

const START_BYTES = 64 * 1024
/** A quote that is never closed would else take the rest of the file for one cell. */
const MAX_RECORD_CHARACTERS = 64 * 1024

const separatorNames: Record<Separator, string> = { ';': 'semicolons', ',': 'commas', '\t': 'tabs' }

export async function openCsv(bytes: FileBytes): Promise<RowSource> {
  const encoding = await detectEncoding(bytes)
  const start = new TextDecoder(encoding).decode(await startOf(bytes, START_BYTES))
  const separator = detectSeparator(start)
  const records = parseFile(bytes, encoding, separator)
  const header = await records.next()
  return {
    header: header.done ? [] : header.value,
    rows: records,
    format: `CSV, ${encoding}, ${separatorNames[separator]}`,
  }
}

async function* parseFile(
  bytes: FileBytes,
  encoding: Encoding,
  separator: Separator,
): AsyncGenerator<string[]> {
  const parser = parse({
    bom: true,
    delimiter: separator,
    relax_column_count: true,
    // Фирма "Родник" without quotes around the cell
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: MAX_RECORD_CHARACTERS,
  })
  // Its failure ends the loop below too; the abort ends the reading when the loop ends first.
  const abort = new AbortController()
  const done = pipeline(Readable.from(readText(bytes, encoding)), parser, { signal: abort.signal, end: true })
  done.catch(() => {})
  try {
    for await (const record of parser) yield record as string[]
  } catch (error) {
    throw error instanceof CsvError ? brokenTable(error) : error
  } finally {
    abort.abort()
  }
}

/** What the parser says quotes the file, and so people: only the line is kept. */
function brokenTable(error: CsvError): UnreadableFile {
  const { lines } = error as { lines?: unknown }
  const line = typeof lines === 'number' ? String(lines) : ''
  const message = `The table breaks off at line ${line || '?'}: a quote is not closed, or a row has no end (${error.code}).`
  return new UnreadableFile('broken_table', message, { detail: line })
}
