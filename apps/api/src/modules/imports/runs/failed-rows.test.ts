import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { aReadMeter, importRunsDesk, readingsFile } from '../../../../test/import-runs.ts'

let api: Api
let desk: Awaited<ReturnType<typeof importRunsDesk>>
beforeAll(async () => {
  api = await startApi()
  desk = await importRunsDesk(api)
})
afterAll(() => api.stop())

const download = (id: string, fileId = '') =>
  desk.anna.get(`/staff/imports/${id}/files/${fileId}/failed-rows`)

test('failed rows are a file for a spreadsheet, which is mended and loaded', async () => {
  const [good, bad] = [await aReadMeter(api), await aReadMeter(api)]
  const { id, files } = await desk.check(readingsFile([good.line('125'), bad.line('12x')]))
  const answer = await download(id, files[0]?.id)

  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': expect.stringContaining('readings.failed.csv'),
    'cache-control': 'private, no-store',
  })
  expect(answer.body).toBe(
    `\uFEFFЛицевой счёт;Заводской номер;Дата показания;Показание;Причина\r\n` +
      `${bad.line('12x')};Показание: не число: 12x\r\n`,
  )
  const mended = { name: 'mended.csv', content: answer.body.replace(';12x;', ';125;') }
  const again = await desk.check(mended)
  expect(again.files).toMatchObject([{ report: { rows: 1, added: 1, failed: 0 } }])
})

test('a cell that a spreadsheet would take for a formula gets an apostrophe', async () => {
  const meter = await aReadMeter(api)
  const { id, files } = await desk.check(readingsFile([meter.line('=HYPERLINK("http://x")')]))

  expect((await download(id, files[0]?.id)).body).toContain(`"'=HYPERLINK(""http://x"")"`)
})

test('the page has the first fifty, the file has all', async () => {
  const meter = await aReadMeter(api)
  const lines = Array.from({ length: 30_000 }, (_, i) => meter.line(`x${i}`))
  const { id, files } = await desk.check(readingsFile(lines))
  const body = (await download(id, files[0]?.id)).body

  expect(await desk.failures(id)).toHaveLength(50)
  expect(body.split('\r\n')).toHaveLength(lines.length + 2)
  expect(await api.db.importFailedPart.count({ where: { fileId: files[0]?.id ?? '' } })).toBeGreaterThan(1)
})

test('a file without failed rows has none to download', async () => {
  const meter = await aReadMeter(api)
  const { id, files } = await desk.check(meter.file('125'))

  expect((await download(id, files[0]?.id)).statusCode).toBe(404)
})

test('failed rows are those of the last look alone', async () => {
  const meter = await aReadMeter(api)
  const { id, files } = await desk.check(readingsFile([meter.line('124', '20.10.2026')]))
  expect((await download(id, files[0]?.id)).statusCode).toBe(200)
  await desk.settle(id, 'check_replacing')

  expect((await download(id, files[0]?.id)).statusCode).toBe(404)
})

test('thirty days later the rows are gone, and the run with its numbers stays', async () => {
  const meter = await aReadMeter(api)
  const { id, files } = await desk.check(readingsFile([meter.line('12x')]))
  await desk.settle(id, 'load_good')
  await api.db.$executeRaw`
    UPDATE import_runs SET failed_rows_until = app_now() - interval '1 second' WHERE id = ${id}::uuid`
  expect((await download(id, files[0]?.id)).statusCode).toBe(404)
  expect(await desk.failures(id)).toEqual([])
  await desk.work()

  expect(await api.db.importFailedPart.count({ where: { fileId: files[0]?.id ?? '' } })).toBe(0)
  expect((await desk.show(id)).files).toMatchObject([{ report: { failed: 1 }, hasFailedRows: false }])
})
