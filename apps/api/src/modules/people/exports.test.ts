import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, enter, startApi } from '../../../test/api.ts'
import { anOwner, aResident, lettersTo, PASSWORD } from '../../../test/people.ts'
import { filedBy, take, workOn } from '../../../test/requests.ts'
import { aMember } from '../../../test/staff.ts'
import { endWorker, startWorker } from '../../../test/worker.ts'
import { installJobs } from '../../platform/jobs.ts'
import { makeExports } from './make-exports.service.ts'

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const make = () => makeExports({ db: api.db, log: SILENT })

async function aMadeExport(facts: { name?: string } = {}) {
  const owner = await anOwner(api, { phone: '+79123456789', hasPassword: true, ...facts })
  await owner.post(`/my/accounts/${owner.account.id}/submissions`, {
    readings: [{ meterId: owner.meter.id, valueLitres: 126_670 }],
  })
  await enter(api, owner.account.entry)
  const { id: exportId } = (await owner.post('/my/exports')).json<{ id: string }>()
  await make()
  return { ...owner, exportId, download: () => owner.get(`/my/exports/${exportId}/file`) }
}

describe('an export', () => {
  test('is made in the background and holds what is kept about the person', async () => {
    const { account, email, download, get } = await aMadeExport({ name: 'Анна' })

    const answer = await download()

    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="rodnik-my-data.zip"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    const files = unzipSync(answer.rawPayload)
    const data = JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array()))
    expect(data.profile).toMatchObject({ email, name: 'Анна', phone: '+79123456789' })
    expect(data.accounts).toMatchObject([{ number: account.number, role: 'owner' }])
    expect(data.submissions).toMatchObject([{ account_number: account.number, source: 'account' }])
    expect(data.readings.map((row: { value_litres: number }) => row.value_litres)).toEqual([123_456, 126_670])
    expect(data.events.map((row: { action: string }) => row.action)).toContain('readings.submitted')
    expect(data.sessions).toHaveLength(1)
    expect(data.letters).toMatchObject([{ to_address: email, template: 'guest_entry' }])
    const readings = parse<{ value_litres: string }>(strFromU8(files['readings.csv'] ?? new Uint8Array()), {
      columns: true,
      bom: true,
    })
    expect(readings.map((row) => row.value_litres)).toEqual(['123456', '126670'])
    expect((await get('/my/exports')).json().exports).toMatchObject([{ state: 'ready' }])
    expect(await lettersTo(api, email, 'export_ready')).toHaveLength(1)
  })

  test('holds what the person has asked of the office and what was answered, without the notes of the office', async () => {
    const owner = await anOwner(api)
    const { request } = await filedBy(owner, owner.account.id)
    const olga = await aMember(api, ['operator'])
    await take(olga, request.id)
    await workOn(olga, request.id, { type: 'noted', text: 'Проверить давление' })
    await workOn(olga, request.id, { type: 'done', text: 'Исправлено.' })
    const { id } = (await owner.post('/my/exports')).json<{ id: string }>()
    await make()

    const files = unzipSync((await owner.get(`/my/exports/${id}/file`)).rawPayload)

    const data = JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array()))
    expect(data.requests).toMatchObject([{ number: request.number, kind: 'appeal', state: 'done' }])
    expect(data.request_messages).toMatchObject([
      { type: 'filed', side: 'person' },
      { type: 'done', side: 'office', text: 'Исправлено.' },
    ])
  })

  test('holds nothing that opens a door', async () => {
    const { download } = await aMadeExport()

    const text = Object.values(unzipSync((await download()).rawPayload))
      .map((file) => strFromU8(file))
      .join('\n')

    expect(text).not.toMatch(/argon2|hash|seed|token/i)
    expect(text).not.toContain(PASSWORD)
  })

  test('keeps a name that looks like a formula from becoming one', async () => {
    const { download } = await aMadeExport({ name: '=HYPERLINK("https://evil.example")' })

    const profile = strFromU8(unzipSync((await download()).rawPayload)['profile.csv'] ?? new Uint8Array())

    expect(profile).toContain(`'=HYPERLINK`)
    expect(profile).not.toMatch(/(^|,|")=HYPERLINK/m)
  })

  test('is one, however often it is asked for at once, and three a day', async () => {
    const person = await aResident(api)
    const ask = () => person.post('/my/exports')

    const asked = await Promise.all(Array.from({ length: 20 }, ask))
    await make()
    for (let i = 0; i < 2; i++) {
      await ask()
      await make()
    }
    const fourth = await ask()

    expect(new Set(asked.map(({ body }) => body)).size).toBe(1)
    expect(fourth.statusCode).toBe(429)
    expect(await api.db.dataExport.count({ where: { userId: person.id } })).toBe(3)
    expect(await lettersTo(api, person.email)).toHaveLength(3)
  })

  test('is made once by several workers', async () => {
    const person = await aResident(api)
    await person.post('/my/exports')

    await Promise.all([make(), make(), make()])

    expect(await lettersTo(api, person.email, 'export_ready')).toHaveLength(1)
  })

  test('is not found by anybody else, nor without a session', async () => {
    const { exportId } = await aMadeExport()
    const stranger = await aResident(api)

    expect((await stranger.get(`/my/exports/${exportId}/file`)).statusCode).toBe(404)
    expect((await stranger.get('/my/exports')).json().exports).toEqual([])
    expect((await api.app.inject({ url: `/api/v1/my/exports/${exportId}/file` })).statusCode).toBe(401)
  })

  test('is gone after seven days', async () => {
    const { exportId, download, get } = await aMadeExport()
    await api.db.$executeRaw`
      UPDATE data_exports SET expires_at = app_now() - interval '1 second' WHERE id = ${exportId}::uuid`

    expect((await download()).statusCode).toBe(404)
    expect((await get('/my/exports')).json().exports).toEqual([])
  })

  test('is not there before it is made', async () => {
    const person = await aResident(api)
    const { id } = (await person.post('/my/exports')).json<{ id: string }>()

    expect((await person.get(`/my/exports/${id}/file`)).statusCode).toBe(404)
    await make()
    expect((await person.get(`/my/exports/${id}/file`)).statusCode).toBe(200)
  })
})

test('the worker makes an export soon after it is asked for', async () => {
  await installJobs(api.databaseUrl)
  const worker = startWorker(api, {})
  try {
    const person = await aResident(api)
    await person.post('/my/exports')

    await expect
      .poll(async () => (await person.get('/my/exports')).json().exports[0]?.state, { timeout: 30_000 })
      .toBe('ready')
  } finally {
    await endWorker(worker, 'SIGTERM')
  }
})
