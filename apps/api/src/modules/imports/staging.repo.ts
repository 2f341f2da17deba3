import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { isRefused, parseRow } from './parse-row.ts'
import type { Layout } from './recognise-header.ts'
import type { RowSource } from './row-source.ts'
import type { Rules, Value } from './row-types.ts'

const CHUNK_CHARACTERS = 64 * 1024

/** The first row after the header is row 2, as a spreadsheet shows it. */
const FIRST_ROW = 2

/**
 * Streams the rows into the temporary table `staged`: row number, the reason why it cannot be taken
 * (or null), and the values. Returns the number of rows.
 */
export async function stageRows(
  client: ClientBase,
  source: RowSource,
  plan: { layout: Layout; rules: Rules; onRow: (rows: number) => void },
): Promise<number> {
  const { kind } = plan.layout
  const columns = [...kind.columns, ...kind.derived]
  const definitions = columns.map(({ field, sqlType }) => `${field} ${sqlType}`)
  await client.query(`CREATE TEMPORARY TABLE staged (row_no integer, reason text, ${definitions.join(', ')})`)
  const fields = columns.map(({ field }) => field)
  let rows = 0
  const count = () => plan.onRow(++rows)
  const copy = client.query(copyFrom(`COPY staged (row_no, reason, ${fields.join(', ')}) FROM STDIN`))
  await pipeline(Readable.from(copyLines(source, { ...plan, fields, count })), copy)
  await client.query('ANALYZE staged')
  return rows
}

type LinePlan = { layout: Layout; rules: Rules; fields: readonly string[]; count: () => void }

async function* copyLines({ rows }: RowSource, plan: LinePlan): AsyncGenerator<string> {
  const refused = '\t\\N'.repeat(plan.fields.length)
  let rowNumber = FIRST_ROW
  let chunk = ''
  for await (const cells of rows) {
    const row = parseRow(cells, plan.layout, plan.rules)
    chunk += isRefused(row)
      ? `${rowNumber}\t${escapeText(row.reason)}${refused}\n`
      : `${rowNumber}\t\\N${plan.fields.map((field) => `\t${copyText(row[field] ?? null)}`).join('')}\n`
    rowNumber++
    plan.count()
    if (chunk.length >= CHUNK_CHARACTERS) {
      yield chunk
      chunk = ''
    }
  }
  yield chunk
}

function copyText(value: Value): string {
  if (value === null) return '\\N'
  return typeof value === 'string' ? escapeText(value) : String(value)
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escapeText(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : text
}
