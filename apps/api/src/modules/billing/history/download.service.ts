import { downloadHistoryCsv, downloadHistoryXlsx, type HistoryTable } from '@rodnik/contract/history'
import type { Deps } from '../../../platform/deps.ts'
import { toCsv } from '../../../platform/spreadsheets/csv.ts'
import type { Table } from '../../../platform/spreadsheets/table.ts'
import { toXlsx } from '../../../platform/spreadsheets/xlsx.ts'
import type { Reader } from '../bills/bills.repo.ts'
import { findMonths, findNumber, findOperations, findReadings } from './history.repo.ts'
import { monthsTable, operationsTable, readingsTable } from './history-tables.ts'
import { type TableLanguage, type TableWords, tableWords } from './table-words.ts'

type Pool = Deps['pool']
export type HistoryFile = { name: string; type: string; content: Buffer }

const LOAD: Record<HistoryTable, (pool: Pool, reader: Reader, say: TableWords) => Promise<Table>> = {
  months: async (pool, reader, say) => monthsTable((await findMonths(pool, reader)).months, say),
  operations: async (pool, reader, say) =>
    operationsTable((await findOperations(pool, reader)).operations, say),
  readings: async (pool, reader, say) => readingsTable(await findReadings(pool, reader), say),
}

/** `isHead`: whether the file would be given, without what is in it. */
type Wish = { language?: TableLanguage | undefined; isHead: boolean }

const NOTHING = Buffer.alloc(0)
const [CSV] = downloadHistoryCsv.schema.produces
const [XLSX] = downloadHistoryXlsx.schema.produces

/** One table of ten years. @throws not_found without a right to the account */
export async function historyCsv(
  pool: Pool,
  reader: Reader,
  { table, language = 'ru', isHead }: Wish & { table: HistoryTable },
): Promise<HistoryFile> {
  const name = `rodnik-${await findNumber(pool, reader)}-${table}.csv`
  const content = isHead ? NOTHING : toCsv(await LOAD[table](pool, reader, tableWords[language]))
  return { name, type: `${CSV}; charset=utf-8`, content }
}

/** All tables of ten years. @throws not_found without a right to the account */
export async function historyXlsx(
  pool: Pool,
  reader: Reader,
  { language = 'ru', isHead }: Wish,
): Promise<HistoryFile> {
  const name = `rodnik-${await findNumber(pool, reader)}-history.xlsx`
  if (isHead) return { name, type: XLSX, content: NOTHING }
  const load = (one: (typeof LOAD)[HistoryTable]) => one(pool, reader, tableWords[language])
  return { name, type: XLSX, content: await toXlsx(await Promise.all(Object.values(LOAD).map(load))) }
}
