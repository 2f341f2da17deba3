import type { RegisterExport } from '@rodnik/contract/registers'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { newWord } from '../../../../test/petrovas.ts'
import { aMember } from '../../../../test/staff.ts'
import { endWorker, startWorker } from '../../../../test/worker.ts'
import { installJobs } from '../../../platform/jobs.ts'
import { takeTask } from './exports.repo.ts'
import { makeFiles } from './make-file.service.ts'

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

type Staff = Awaited<ReturnType<typeof aMember>>
type Format = RegisterExport['format']

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const make = () => makeFiles({ db: api.db, log: SILENT })
const ask = (staff: Staff, street: string, format: Format = 'csv') =>
  staff.post('/staff/register-exports', {
    format,
    language: 'ru',
    wish: { register: 'accounts', filter: { street } },
  })
const listed = async (staff: Staff) =>
  (await staff.get('/staff/register-exports')).json<{ exports: RegisterExport[] }>().exports
const download = (staff: Staff, id: string) => staff.get(`/staff/register-exports/${id}/file`)

async function aFile(format: Format, holderName: string) {
  const word = newWord()
  const account = await api.given.account({ street: `улица ${word}`, holderName })
  const clerk = await aMember(api, ['clerk'])
  const { id } = (await ask(clerk, word, format)).json<RegisterExport>()
  await make()
  return { account, clerk, id, word, answer: await download(clerk, id) }
}

describe('a register as a file', () => {
  test('is a table that spreadsheets read, with every row of the filter', async () => {
    const { account, answer, word } = await aFile('csv', 'Петрова А. С.')
    const rows = parse<object>(answer.rawPayload, { bom: true, delimiter: ';', columns: true })

    expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store' })
    expect(answer.headers['content-disposition']).toContain('attachment; filename="accounts.csv"')
    expect(rows).toEqual([
      {
        'Лицевой счёт': account.number,
        Адрес: `улица ${word}, 12а-45`,
        Абонент: 'Петрова А. С.',
        Проживает: '0',
        Счётчиков: '0',
        'Долг, ₽': '0,00',
        Закрыт: '',
      },
    ])
  })

  test('has no formulas in it, whoever the holder is', async () => {
    const evil = '=HYPERLINK("https://evil.example")'
    const csv = (await aFile('csv', evil)).answer.body
    const sheet = unzipSync((await aFile('xlsx', `${evil}<&`)).answer.rawPayload)['xl/worksheets/sheet1.xml']
    const xml = strFromU8(sheet ?? new Uint8Array())

    expect(csv).toContain(`'=HYPERLINK`)
    expect(csv).not.toMatch(/(^|;|")=HYPERLINK/m)
    expect(xml).toContain('=HYPERLINK(&quot;https://evil.example&quot;)&lt;&amp;</t>')
    expect(xml).not.toContain('<f>')
  })

  test('without any rows is its headings', async () => {
    const clerk = await aMember(api, ['clerk'])
    const { id } = (await ask(clerk, newWord())).json<RegisterExport>()
    await make()

    expect((await download(clerk, id)).body).toBe(
      '\uFEFFЛицевой счёт;Адрес;Абонент;Проживает;Счётчиков;Долг, ₽;Закрыт\r\n',
    )
  })

  test('asked for twenty times at once is made once, by however many workers, and recorded', async () => {
    const clerk = await aMember(api, ['clerk'])
    const asked = await Promise.all(Array.from({ length: 20 }, () => ask(clerk, newWord())))
    await Promise.all([make(), make(), make()])

    expect(new Set(asked.map((answer) => answer.json<RegisterExport>().id)).size).toBe(1)
    expect(await listed(clerk)).toMatchObject([{ state: 'ready', rows: 0, doneRows: 0 }])
    expect(
      await api.db.auditEvent.findMany({
        where: { actor: `staff:${clerk.id}`, action: 'register.exported' },
      }),
    ).toMatchObject([{ details: { register: 'accounts', format: 'csv' } }])
  })

  test('tells how far it is, and is begun anew when its worker has died', async () => {
    const word = newWord()
    await api.given.account({ street: `улица ${word}` })
    const clerk = await aMember(api, ['clerk'])
    await ask(clerk, word)
    const dead = await takeTask(api.db)
    await make()
    expect(await listed(clerk)).toMatchObject([{ id: dead?.id, state: 'being_made' }])

    await api.db.$executeRaw`
      UPDATE register_exports SET worked_at = worked_at - interval '3 minutes' WHERE id = ${dead?.id}::uuid`
    await make()
    expect(await listed(clerk)).toMatchObject([{ state: 'ready', rows: 1, doneRows: 1 }])
  })

  test('is nobody else’s, not even an administrator’s', async () => {
    const { id } = await aFile('csv', 'Петрова')
    const administrator = await aMember(api, ['administrator'])

    expect((await download(administrator, id)).statusCode).toBe(404)
    expect(await listed(administrator)).toEqual([])
  })

  test('is gone after a day', async () => {
    const { id, clerk } = await aFile('csv', 'Петрова')
    await api.db.$executeRaw`
      UPDATE register_exports SET expires_at = app_now() - interval '1 second' WHERE id = ${id}::uuid`

    expect((await download(clerk, id)).statusCode).toBe(404)
    expect(await listed(clerk)).toEqual([])
  })

  test.each(['operator', 'inspector'] as const)('is not for the %s', async (role) => {
    expect((await ask(await aMember(api, [role]), 'x')).json()).toMatchObject({ code: 'not_allowed' })
  })
})

test('the worker makes a file soon after it is asked for', async () => {
  await installJobs(api.databaseUrl)
  const worker = startWorker(api, {})
  try {
    const clerk = await aMember(api, ['clerk'])
    await ask(clerk, newWord())

    await expect.poll(async () => (await listed(clerk))[0]?.state, { timeout: 30_000 }).toBe('ready')
  } finally {
    await endWorker(worker, 'SIGTERM')
  }
})
