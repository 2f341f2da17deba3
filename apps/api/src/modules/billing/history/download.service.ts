import { downloadHistoryCsv, downloadHistoryXlsx, type HistoryTable } from '@rodnik/contract/history'
import type { Deps } from '../../../platform/deps.ts'
import type { File } from '../../../platform/send-file.ts'
import { toCsv } from '../../../platform/spreadsheets/csv.ts'
import type { Table } from '../../../platform/spreadsheets/table.ts'
import { toXlsx } from '../../../platform/spreadsheets/xlsx.ts'
import type { Reader } from '../bills/bills.repo.ts'
import { findMonths, findNumber, findOperations, findReadings } from './history.repo.ts'
import { monthsTable, operationsTable, readingsTable } from './history-tables.ts'
import { type TableLanguage, type TableWords, tableWords } from './table-words.ts'

type Pool = Deps['pool']

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
): Promise<File> {
  const say = tableWords[language]
  const number = await findNumber(pool, reader)
  return {
    name: `${say.title} ${number}, ${say.titles[table]}.csv`,
    plainName: `history-${number}-${table}.csv`,
    type: `${CSV}; charset=utf-8`,
    content: isHead ? NOTHING : toCsv(await LOAD[table](pool, reader, say)),
  }
}

/** All tables of ten years. @throws not_found without a right to the account */
export async function historyXlsx(
  pool: Pool,
  reader: Reader,
  { language = 'ru', isHead }: Wish,
): Promise<File> {
  const say = tableWords[language]
  const number = await findNumber(pool, reader)
  const tables = isHead ? [] : Object.values(LOAD).map((load) => load(pool, reader, say))
  return {
    name: `${say.title} ${number}.xlsx`,
    plainName: `history-${number}.xlsx`,
    type: XLSX,
    content: isHead ? NOTHING : await toXlsx(await Promise.all(tables)),
  }
}
