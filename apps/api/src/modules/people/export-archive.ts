import { stringify } from 'csv-stringify/sync'
import { strToU8, zipSync } from 'fflate'
import type { ExportContents } from './export-contents.repo.ts'

/** Excel takes a file without it for Windows-1251. */
const BYTE_ORDER_MARK = '\uFEFF'

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value)

const toCsv = (rows: Record<string, unknown>[]) =>
  BYTE_ORDER_MARK +
  stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))),
    {
      header: true,
      // A name like «=HYPERLINK(…)» stays a text in a spreadsheet.
      escape_formulas: true,
      cast: { boolean: (value) => String(value) },
    },
  )

/** One ZIP: everything as JSON for programs, and each table as CSV for spreadsheets. */
export function exportArchive({ profile, tables }: ExportContents): Uint8Array {
  const json = JSON.stringify({ profile, ...tables }, null, 2)
  const sheets = Object.entries({ profile: [profile], ...tables }).filter(([, rows]) => rows.length > 0)
  return zipSync({
    'data.json': strToU8(json),
    ...Object.fromEntries(sheets.map(([name, rows]) => [`${name}.csv`, strToU8(toCsv(rows))])),
  })
}
