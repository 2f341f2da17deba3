import { MAX_FILE_BYTES, PART_BYTES } from '@rodnik/contract/file-parts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../../test/api.ts'
import { aReadMeter, importRunsDesk, readingsFile } from '../../../../test/import-runs.ts'

let api: Api
let desk: Awaited<ReturnType<typeof importRunsDesk>>
beforeAll(async () => {
  api = await startApi()
  desk = await importRunsDesk(api)
})
afterAll(() => api.stop())

const base64 = (bytes: number) => Buffer.alloc(bytes, 0x41).toString('base64')

/** A file of two parts, the second of ten bytes. */
async function twoParts(by = desk.anna) {
  const file = { name: 'f.csv', content: Buffer.alloc(PART_BYTES + 10, 0x41) }
  const { id, fileIds } = (await desk.begin([file], by)).json<{ id: string; fileIds: string[] }>()
  const put = (part: number, bytes: number, sender = by) =>
    sender.put(`/staff/imports/${id}/files/${fileIds[0]}/parts/${part}`, { content: base64(bytes) })
  const complete = (sender = by) => sender.post(`/staff/imports/${id}/complete`)
  return { id, put, complete }
}

describe('parts of a file', () => {
  test('may come in any order and more than once', async () => {
    const { put, complete } = await twoParts()
    const codes = [await put(1, 10), await put(0, PART_BYTES), await put(1, 10)].map((a) => a.statusCode)

    expect(codes).toEqual([204, 204, 204])
    expect((await complete()).statusCode).toBe(202)
    expect((await complete()).statusCode).toBe(202)
  })

  test('are all needed', async () => {
    const { put, complete } = await twoParts()
    await put(1, 10)

    expect((await complete()).json()).toMatchObject({ code: 'upload_incomplete' })
  })

  test.each([
    ['longer than its place', 1, 11],
    ['shorter than its place', 0, 10],
    ['beyond the end', 2, 10],
  ])('a part that is %s is refused', async (_, part, bytes) => {
    const { put } = await twoParts()

    expect((await put(part, bytes)).json()).toMatchObject({
      code: 'invalid_request',
      fields: { part: 'length' },
    })
  })

  test('are taken from nobody but who has begun, and not after the end', async () => {
    const boris = await signedIn(api, await api.given.person({ roles: ['administrator'] }))
    const { put, complete } = await twoParts()
    const byBoris = [await put(0, PART_BYTES, boris), await complete(boris)].map((a) => a.statusCode)
    await put(0, PART_BYTES)
    await put(1, 10)
    await complete()

    expect(byBoris).toEqual([404, 404])
    expect((await put(1, 10)).statusCode).toBe(404)
  })

  test('go to no file of another run', async () => {
    const [first, second] = [await twoParts(), await twoParts()]
    const [file] = await api.db.importFile.findMany({ where: { runId: second.id } })
    const answer = await desk.anna.put(`/staff/imports/${first.id}/files/${file?.id}/parts/1`, {
      content: base64(10),
    })

    expect(answer.statusCode).toBe(404)
  })
})

test.each([
  ['no file at all', []],
  ['eleven files', Array.from({ length: 11 }, () => ({ fileName: 'a.csv', byteCount: 1 }))],
  ['a file of nothing', [{ fileName: 'a.csv', byteCount: 0 }]],
  ['a file larger than 256 MB', [{ fileName: 'a.csv', byteCount: MAX_FILE_BYTES + 1 }]],
  [
    'files that are larger together',
    Array.from({ length: 2 }, () => ({ fileName: 'a', byteCount: MAX_FILE_BYTES })),
  ],
  ['a name with a line end', [{ fileName: 'a\nb', byteCount: 1 }]],
])('%s: the run is not begun', async (_, files) => {
  expect((await desk.anna.post('/staff/imports', { files })).statusCode).toBe(400)
})

const unfinished = (by: string) =>
  api.db.importRun.findMany({ where: { begunBy: `staff:${by}`, endedAt: null } })

test('whoever sends again and again what breaks off is not stopped by that: the oldest give way', async () => {
  const vera = await signedIn(api, await api.given.person({ roles: ['clerk'] }))
  const answers = await Promise.all(
    Array.from({ length: 24 }, () => desk.begin([{ name: 'a.csv', content: 'x' }], vera)),
  )

  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]))
  expect(await unfinished(vera.id)).toHaveLength(3)
})

test('what arrives on another page of the same person goes on', async () => {
  const { put, complete } = await twoParts()
  await desk.begin([{ name: 'a.csv', content: 'x' }])
  await put(0, PART_BYTES)
  await put(1, 10)

  expect((await complete()).statusCode).toBe(202)
})

test('a person has twenty runs at most that wait to be checked or decided about', async () => {
  const vera = await signedIn(api, await api.given.person({ roles: ['clerk'] }))
  for (let i = 0; i < 20; i++) await desk.send([{ name: 'a.csv', content: 'x' }], vera)
  const [first] = await unfinished(vera.id)
  const refused = await desk.begin([{ name: 'a.csv', content: 'x' }], vera)
  await desk.decide(first?.id ?? '', 'cancel', vera)
  const begun = await desk.begin([{ name: 'a.csv', content: 'x' }], vera)

  expect(refused.json()).toMatchObject({ code: 'too_many_uploads' })
  expect(begun.statusCode).toBe(201)
})

test.each(['operator', 'inspector'] as const)('imports are not for the %s', async (role) => {
  const person = await signedIn(api, await api.given.person({ roles: [role] }))
  const meter = await aReadMeter(api)
  const { id, files, turn } = await desk.check(meter.file('1'))
  const answers = await Promise.all([
    person.get('/staff/imports'),
    person.get(`/staff/imports/${id}`),
    person.get(`/staff/imports/${id}/failed-rows?language=ru`),
    person.get(`/staff/imports/${id}/files/${files[0]?.id}/failed-rows`),
    person.post(`/staff/imports/${id}/decision`, { turn, decision: 'load_good' }),
    desk.begin([{ name: 'a.csv', content: 'x' }], person),
  ])

  expect(new Set(answers.map((answer) => answer.json<{ code: string }>().code))).toEqual(
    new Set(['not_allowed']),
  )
})

test('a colleague with the role sees a run and its failed rows, and that is recorded', async () => {
  const boris = await signedIn(api, await api.given.person({ roles: ['administrator'] }))
  const meter = await aReadMeter(api)
  const { id, files } = await desk.check(readingsFile([meter.line('1')]))
  const seen = await boris.get(`/staff/imports/${id}/failed-rows?language=ru`)
  const taken = await boris.get(`/staff/imports/${id}/files/${files[0]?.id}/failed-rows`)
  await boris.call(`/staff/imports/${id}/files/${files[0]?.id}/failed-rows`, { method: 'HEAD' })
  const events = await api.db.auditEvent.findMany({
    where: { actor: `staff:${boris.id}`, action: { startsWith: 'import.' } },
    orderBy: { id: 'asc' },
  })

  expect([seen.statusCode, taken.statusCode]).toEqual([200, 200])
  expect(events).toMatchObject([
    { action: 'import.failed_rows_seen', details: { run: id, begunBy: `staff:${desk.anna.id}` } },
    { action: 'import.failed_rows_taken', details: { run: id, file: 'readings.csv' } },
  ])
})
