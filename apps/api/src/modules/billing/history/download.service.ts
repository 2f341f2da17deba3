import type { HistoryTable } from '@rodnik/contract/history'
import type { Deps } from '../../../platform/deps.ts'
import { toCsv } from '../../../platform/spreadsheets/csv.ts'
import type { Table } from '../../../platform/spreadsheets/table.ts'
import { toXlsx } from '../../../platform/spreadsheets/xlsx.ts'
import type { Reader } from '../bills/bills.repo.ts'
import { findMonths, findOperations, findReadings } from './history.repo.ts'
import { monthsTable, operationsTable, readingsTable } from './history-tables.ts'
import { type TableLanguage, type TableWords, tableWords } from './table-words.ts'

type Pool = Deps['pool']
type Loaded = { number: string; table: Table }
type File = { name: string; content: Buffer }
type Load = (pool: Pool, reader: Reader, say: TableWords) => Promise<Loaded>

const LOAD: Record<HistoryTable, Load> = {
  months: async (pool, reader, say) => {
    const { number, months } = await findMonths(pool, reader)
    return { number, table: monthsTable(months, say) }
  },
  operations: async (pool, reader, say) => {
    const { number, operations } = await findOperations(pool, reader)
    return { number, table: operationsTable(operations, say) }
  },
  readings: async (pool, reader, say) => {
    const { number, ...read } = await findReadings(pool, reader)
    return { number, table: readingsTable(read, say) }
  },
}

type Wish = { table: HistoryTable; language?: TableLanguage | undefined }

/** One table of ten years. @throws not_found without a right to the account */
export async function historyCsv(
  pool: Pool,
  reader: Reader,
  { table: wanted, language = 'ru' }: Wish,
): Promise<File> {
  const { number, table } = await LOAD[wanted](pool, reader, tableWords[language])
  return { name: `rodnik-${number}-${wanted}.csv`, content: toCsv(table) }
}

/** All tables of ten years. @throws not_found without a right to the account */
export async function historyXlsx(pool: Pool, reader: Reader, language: TableLanguage = 'ru'): Promise<File> {
  const say = tableWords[language]
  const loaded = await Promise.all(Object.values(LOAD).map((load) => load(pool, reader, say)))
  const number = loaded[0]?.number ?? ''
  return { name: `rodnik-${number}-history.xlsx`, content: await toXlsx(loaded.map(({ table }) => table)) }
}
