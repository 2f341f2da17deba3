import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import type { RowSource } from './row-source.ts'
import { detectSeparator, type Separator } from './separator.ts'
import { detectEncoding, type Encoding, readStart, readText } from './text-encoding.ts'

const START_BYTES = 64 * 1024
/** A quote that is never closed would else take the rest of the file for one cell. */
const MAX_RECORD_CHARACTERS = 64 * 1024

const separatorNames: Record<Separator, string> = { ';': 'semicolons', ',': 'commas', '\t': 'tabs' }

export async function openCsv(path: string): Promise<RowSource> {
  const encoding = await detectEncoding(path)
  const start = new TextDecoder(encoding).decode(await readStart(path, START_BYTES))
  const separator = detectSeparator(start)
  const records = parseFile(path, encoding, separator)
  const header = await records.next()
  return {
    header: header.done ? [] : header.value,
    rows: records,
    format: `CSV, ${encoding}, ${separatorNames[separator]}`,
  }
}

async function* parseFile(path: string, encoding: Encoding, separator: Separator): AsyncGenerator<string[]> {
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
  const done = pipeline(Readable.from(readText(path, encoding)), parser, { signal: abort.signal, end: true })
  done.catch(() => {})
  try {
    for await (const record of parser) yield record as string[]
  } finally {
    abort.abort()
  }
}
