import { PART_BYTES } from '@rodnik/contract/file-parts'
import type { FailedImportRow, ImportDecision, ImportRun } from '@rodnik/contract/staff-imports'
import { workImports } from '../src/modules/imports/index.ts'
import { type Api, signedIn } from './api.ts'

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

type Staff = Awaited<ReturnType<typeof signedIn>>
export type SentFile = { name: string; content: string | Buffer }

export const table = (...lines: string[]) => `${lines.join('\n')}\n`

const partsOf = (content: Buffer) =>
  Array.from({ length: Math.ceil(content.length / PART_BYTES) }, (_, part) =>
    content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES).toString('base64'),
  )

/** Anna, a clerk, her imports, and the worker behind the page. */
export async function importRunsDesk(api: Api, log: typeof SILENT = SILENT) {
  const anna = await signedIn(api, await api.given.person({ roles: ['clerk'], name: 'Анна Зимина' }))
  const work = () => workImports({ pool: api.pool, log, connectionString: api.databaseUrl })

  const begin = (files: readonly SentFile[], by: Staff = anna) =>
    by.post('/staff/imports', {
      files: files.map(({ name, content }) => ({ fileName: name, byteCount: Buffer.byteLength(content) })),
    })

  /** Sends all parts; the answer is that to the last request. */
  async function send(files: readonly SentFile[], by: Staff = anna) {
    const { id, fileIds } = (await begin(files, by)).json<{ id: string; fileIds: string[] }>()
    for (const [i, file] of files.entries()) {
      for (const [part, content] of partsOf(Buffer.from(file.content)).entries()) {
        await by.put(`/staff/imports/${id}/files/${fileIds[i]}/parts/${part}`, { content })
      }
    }
    return { id, fileIds, answer: await by.post(`/staff/imports/${id}/complete`) }
  }

  const show = async (id: string) => (await anna.get(`/staff/imports/${id}`)).json<ImportRun>()

  const failures = async (id: string, language: 'ru' | 'en' = 'ru') =>
    (await anna.get(`/staff/imports/${id}/failed-rows?language=${language}`)).json<{
      rows: FailedImportRow[]
    }>().rows

  const decide = async (id: string, decision: ImportDecision, by: Staff = anna) =>
    by.post(`/staff/imports/${id}/decision`, { turn: (await show(id)).turn, decision })

  /** Sends files, lets the worker look, and says what it found. */
  async function check(...files: SentFile[]): Promise<ImportRun> {
    const { id, answer } = await send(files)
    if (answer.statusCode !== 202) throw new Error(`The files were not taken: ${answer.body}`)
    await work()
    return show(id)
  }

  /** Decides, lets the worker look, and says what became of the run. */
  async function settle(id: string, decision: ImportDecision, by: Staff = anna): Promise<ImportRun> {
    const answer = await decide(id, decision, by)
    if (answer.statusCode !== 202) throw new Error(`The decision was not taken: ${answer.body}`)
    await work()
    return show(id)
  }

  return { anna, work, begin, send, show, failures, decide, check, settle }
}

const READINGS = 'Лицевой счёт;Заводской номер;Дата показания;Показание'

/** A meter of an account, last read in October at 123,456 m³; today is 22 November. */
export async function aReadMeter(api: Api) {
  const account = await api.given.account()
  const meter = await api.given.meter(account.id, { readings: { '2026-10': 123_456 } })
  const line = (value: string, day = '20.11.2026') => [account.number, meter.serial, day, value].join(';')
  return {
    account,
    meter,
    line,
    /** A file of readings of this meter. */
    file: (...values: string[]): SentFile => ({
      name: 'readings.csv',
      content: table(READINGS, ...values.map((value) => line(value))),
    }),
    recorded: async () => {
      const rows = await api.db.reading.findMany({
        where: { meterId: meter.id },
        orderBy: { revision: 'asc' },
      })
      return rows.map(({ valueLitres }) => valueLitres)
    },
  }
}

export const readingsFile = (lines: readonly string[], name = 'readings.csv'): SentFile => ({
  name,
  content: table(READINGS, ...lines),
})
