import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type FileReport, type ImportOptions, importFiles } from '../src/modules/imports/index.ts'
import { createTestDatabase } from './database.ts'

type Lines = string[] | string | Uint8Array

/** A database, a folder for files and the import between them; today is 2026-11-22 unless told. */
export async function importDesk(now?: string) {
  const database = await createTestDatabase(now ? { now } : {})
  const folder = mkdtempSync(join(tmpdir(), 'rodnik-import-'))
  const client = new Client({ connectionString: database.url })
  await client.connect()

  const path = (name: string) => join(folder, name)
  const file = (name: string, content: Lines) => {
    writeFileSync(path(name), Array.isArray(content) ? `${content.join('\n')}\n` : content)
    return path(name)
  }
  return {
    url: database.url,
    path,
    file,
    read: (name: string) => readFileSync(path(name), 'utf8'),
    query: async (sql: string, values: unknown[] = []) =>
      (await client.query<Record<string, unknown>>(sql, values)).rows,
    run: (paths: string[], options?: ImportOptions): Promise<FileReport[]> =>
      importFiles(database.url, paths, options),
    /** Writes one file and imports it. */
    async load(content: Lines, options?: ImportOptions): Promise<FileReport> {
      const [report] = await importFiles(database.url, [file('rows.csv', content)], options)
      if (!report) throw new Error('no report')
      return report
    },
    async close() {
      await client.end()
      await database.drop()
      rmSync(folder, { recursive: true })
    },
  }
}

export type ImportDesk = Awaited<ReturnType<typeof importDesk>>

/** Counts of a report, the way the operator reads them. */
export function effect({ added, changed, unchanged, failed, isApplied }: FileReport) {
  return { added, changed, unchanged, failed, isApplied }
}

let lastAccount = 0

/** An account with one cold meter, ready for readings. */
export async function givenMeter(desk: ImportDesk, facts: { meterColumns?: Record<string, string> } = {}) {
  const account = `314${String(++lastAccount).padStart(7, '0')}`
  await desk.load(['Лицевой счёт;Улица;Дом;Квартира', `${account};улица Свободы;${lastAccount};1`])
  const columns = {
    'Лицевой счёт': account,
    Услуга: 'Холодная',
    'Тип счётчика': 'СХВ-15',
    'Заводской номер': `S${lastAccount}`,
    Установлен: '01.02.2020',
    ...facts.meterColumns,
  }
  await desk.load([Object.keys(columns).join(';'), Object.values(columns).join(';')])
  return {
    account,
    serial: columns['Заводской номер'],
    /** What is recorded, oldest version first: «2026-10 #1 100000 (0)». */
    async recorded(): Promise<string[]> {
      const rows = await desk.query(
        `SELECT to_char(period, 'YYYY-MM') || ' #' || r.revision || ' ' || value_litres || ' (' || used_litres || ')'
           || CASE WHEN is_rollover THEN ' rollover' ELSE '' END AS line
         FROM readings r JOIN meters m ON m.id = r.meter_id JOIN accounts a ON a.id = m.account_id
         WHERE a.number = $1 ORDER BY r.revision`,
        [account],
      )
      return rows.map(({ line }) => String(line))
    },
    /** [['22.10.2026', '123,456']] → a file of readings, loaded. */
    send: (readings: [day: string, value: string, rollover?: string][], options?: ImportOptions) =>
      desk.load(
        [
          'Лицевой счёт;Заводской номер;Дата показания;Показание;Переход через ноль',
          ...readings.map(([day, value, rollover = '']) =>
            [account, columns['Заводской номер'], day, value, rollover].join(';'),
          ),
        ],
        options,
      ),
  }
}
