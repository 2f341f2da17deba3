import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../../test/api.ts'
import { aReadMeter, importRunsDesk, readingsFile, table } from '../../../../test/import-runs.ts'

let api: Api
let desk: Awaited<ReturnType<typeof importRunsDesk>>
let boris: Awaited<ReturnType<typeof signedIn>>
beforeAll(async () => {
  api = await startApi()
  desk = await importRunsDesk(api)
  boris = await signedIn(api, await api.given.person({ roles: ['administrator'] }))
})
afterAll(() => api.stop())

const eventsOf = async (id: string) => {
  const events = await api.db.auditEvent.findMany({
    where: { details: { path: ['run'], equals: id } },
    orderBy: { id: 'asc' },
  })
  return events.map(({ action, actor }) => `${action} ${actor}`)
}

describe('a clerk', () => {
  test('is told what loading would do, and nothing is loaded by that', async () => {
    const meter = await aReadMeter(api)
    const run = await desk.check(meter.file('125,000'))

    expect(run).toMatchObject({ state: 'checked', begunBy: 'Анна Зимина', progress: null, endedAt: null })
    expect(run.files).toMatchObject([
      { kind: 'readings', report: { rows: 1, added: 1, changed: 0, unchanged: 0, failed: 0 }, unused: [] },
    ])
    expect(await meter.recorded()).toEqual([123_456])
  })

  test('loads what was checked; the run and who had it loaded stay to be read', async () => {
    const meter = await aReadMeter(api)
    const { id } = await desk.check(meter.file('125,000'))
    const run = await desk.settle(id, 'load')

    expect(run).toMatchObject({ state: 'loaded', endedBy: 'Анна Зимина' })
    expect(run.files).toMatchObject([{ report: { added: 1 }, told: { added: 1 } }])
    expect(await meter.recorded()).toEqual([123_456, 125_000])
    expect(await eventsOf(id)).toEqual(
      ['received', 'decided', 'loaded'].map((what) => `import.${what} staff:${desk.anna.id}`),
    )
  })

  test('sends accounts, meters and readings together, in whatever order', async () => {
    const number = '3147770001'
    const run = await desk.check(
      readingsFile([`${number};T-1;20.11.2026;5,5`]),
      {
        name: 'meters.csv',
        content: table(
          'Лицевой счёт;Услуга;Тип счётчика;Заводской номер;Установлен',
          `${number};Холодная;СХВ-15;T-1;01.02.2020`,
        ),
      },
      {
        name: 'accounts.csv',
        content: table('Лицевой счёт;Улица;Дом;Район', `${number};улица Труда;7;Север`),
      },
    )

    expect(run.files.map(({ kind, report, unused }) => [kind, report?.added, unused])).toEqual([
      ['readings', 1, []],
      ['meters', 1, []],
      ['accounts', 1, ['Район']],
    ])
    expect((await desk.settle(run.id, 'load')).state).toBe('loaded')
    expect(await api.db.reading.count({ where: { meter: { account: { number } } } })).toBe(1)
  })

  test('sees failed rows with their reasons, in the language of the page, and that is recorded', async () => {
    const meter = await aReadMeter(api)
    const { id, files } = await desk.check(meter.file('12x'))

    expect(files).toMatchObject([{ report: { failed: 1 }, hasFailedRows: true }])
    const cells = meter.line('12x').replaceAll(';', '; ')
    expect(await desk.failures(id)).toEqual([
      { fileId: files[0]?.id, row: 2, cells, reason: 'Показание: не число: 12x' },
    ])
    expect(await desk.failures(id, 'en')).toMatchObject([{ reason: 'value: not a number: 12x' }])
    expect(await eventsOf(id)).toContain(`import.failed_rows_seen staff:${desk.anna.id}`)
  })

  test('loads the good rows although others failed', async () => {
    const [good, bad] = [await aReadMeter(api), await aReadMeter(api)]
    const { id } = await desk.check(readingsFile([good.line('125'), bad.line('1')]))
    const run = await desk.settle(id, 'load_good')

    expect(run).toMatchObject({ state: 'loaded', isSkippingFailed: true })
    expect(run.files).toMatchObject([{ report: { added: 1, failed: 1 }, hasFailedRows: true }])
    expect([await good.recorded(), await bad.recorded()]).toEqual([[123_456, 125_000], [123_456]])
  })

  test('has all files loaded or none: a failed row of one keeps the others out', async () => {
    const meter = await aReadMeter(api)
    const number = '3147770002'
    const accounts = { name: 'a.csv', content: table('Лицевой счёт;Улица;Дом', `${number};улица Труда;9`) }
    const { id } = await desk.check(accounts, meter.file('1'))
    const run = await desk.settle(id, 'load')

    expect(run).toMatchObject({ state: 'checked', isLoadRefused: true })
    expect(await api.db.account.count({ where: { number } })).toBe(0)
  })

  test('sees what replacing would do before it is done', async () => {
    const meter = await aReadMeter(api)
    const file = readingsFile([meter.line('124', '20.10.2026')])
    const { id, files } = await desk.check(file)
    expect(files).toMatchObject([{ report: { changed: 0, failed: 1 } }])

    const again = await desk.settle(id, 'check_replacing')
    expect(again).toMatchObject({ state: 'checked', isReplacing: true })
    expect(again.files).toMatchObject([{ report: { changed: 1, failed: 0 }, hasFailedRows: false }])
    expect(await meter.recorded()).toEqual([123_456])

    expect((await desk.settle(id, 'load', boris)).state).toBe('loaded')
    expect(await meter.recorded()).toEqual([123_456, 124_000])
  })

  test('cancels a run before it is loaded: nothing of its bytes stays', async () => {
    const meter = await aReadMeter(api)
    const { id, files } = await desk.check(meter.file('125'))
    expect((await desk.decide(id, 'cancel')).json()).toMatchObject({ state: 'cancelled' })

    expect(await api.db.importPart.count({ where: { fileId: files[0]?.id ?? '' } })).toBe(0)
    expect((await desk.decide(id, 'load')).json()).toMatchObject({ code: 'import_decided' })
    expect(await meter.recorded()).toEqual([123_456])
  })

  test('cancels a check that has not begun', async () => {
    const meter = await aReadMeter(api)
    const { id } = await desk.send([meter.file('125')])
    await desk.decide(id, 'cancel')
    await desk.work()

    expect(await desk.show(id)).toMatchObject({ state: 'cancelled', files: [{ report: null }] })
  })
})

describe('what was checked has changed until it is loaded', () => {
  test('all or nothing: a row that fails now keeps all out, and the page says so', async () => {
    const [first, second] = [await aReadMeter(api), await aReadMeter(api)]
    const { id } = await desk.check(readingsFile([first.line('125'), second.line('125')]))
    await desk.settle((await desk.check(second.file('130'))).id, 'load')
    const run = await desk.settle(id, 'load')

    expect(run).toMatchObject({ state: 'checked', isLoadRefused: true, endedAt: null })
    expect(run.files).toMatchObject([{ report: { added: 1, failed: 1 }, told: { added: 2, failed: 0 } }])
    expect(await desk.failures(id)).toHaveLength(1)
    expect(await first.recorded()).toEqual([123_456])
    expect(await eventsOf(id)).toContain(`import.load_refused staff:${desk.anna.id}`)
  })

  test('the report of the load is its own', async () => {
    const meter = await aReadMeter(api)
    const { id } = await desk.check(meter.file('125'))
    await desk.settle((await desk.check(meter.file('125'))).id, 'load')
    const run = await desk.settle(id, 'load')

    expect(run.files).toMatchObject([
      { report: { added: 0, unchanged: 1 }, told: { added: 1, unchanged: 0 } },
    ])
    expect(await meter.recorded()).toEqual([123_456, 125_000])
  })
})

describe('a run is loaded once', () => {
  test('however often it is asked for at the same instant, by whomever', async () => {
    const meter = await aReadMeter(api)
    const { id, turn } = await desk.check(meter.file('125'))
    const ask = (by: typeof boris) => by.post(`/staff/imports/${id}/decision`, { turn, decision: 'load' })
    const answers = await Promise.all([ask(desk.anna), ask(boris), ask(desk.anna), ask(boris)])
    await Promise.all([desk.work(), desk.work()])
    await desk.work()

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202, 202])
    expect(await api.db.importDecision.count({ where: { runId: id } })).toBe(1)
    expect((await desk.show(id)).state).toBe('loaded')
    expect(await meter.recorded()).toEqual([123_456, 125_000])
    expect((await eventsOf(id)).filter((event) => event.startsWith('import.loaded'))).toHaveLength(1)
  })

  test('of two who decide otherwise at the same instant one is heard', async () => {
    const meter = await aReadMeter(api)
    const { id, turn } = await desk.check(meter.file('125'))
    const ask = (decision: string) => desk.anna.post(`/staff/imports/${id}/decision`, { turn, decision })
    const answers = await Promise.all([ask('load'), ask('cancel')])

    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([202, 409])
    await desk.work()
    const isLoaded = answers[0]?.statusCode === 202
    expect((await desk.show(id)).state).toBe(isLoaded ? 'loaded' : 'cancelled')
    expect(await meter.recorded()).toEqual(isLoaded ? [123_456, 125_000] : [123_456])
  })

  test('not by somebody who has seen another report than there is', async () => {
    const meter = await aReadMeter(api)
    const { id, turn } = await desk.check(meter.file('125'))
    await desk.settle(id, 'check_replacing')
    const answer = await desk.anna.post(`/staff/imports/${id}/decision`, { turn, decision: 'load' })

    expect(answer.json()).toMatchObject({ code: 'import_decided' })
    expect(await meter.recorded()).toEqual([123_456])
  })
})

test('runs are listed newest first, page by page, and those that still arrive are not', async () => {
  const meter = await aReadMeter(api)
  const ids: string[] = []
  for (let i = 0; i < 32; i++) {
    const { id } = (await desk.send([meter.file('125')])).answer.json<{ id: string }>()
    await desk.decide(id, 'cancel')
    ids.unshift(id)
  }
  await desk.begin([meter.file('125')])
  const first = (await desk.anna.get('/staff/imports')).json<{ runs: { id: string }[]; nextCursor: string }>()
  const next = await desk.anna.get(`/staff/imports?cursor=${first.nextCursor}`)

  expect(first.runs.map(({ id }) => id)).toEqual(ids.slice(0, 30))
  expect(next.json<typeof first>().runs.map(({ id }) => id)).toEqual(expect.arrayContaining(ids.slice(30)))
  const forged = Buffer.from('1.not-a-uuid').toString('base64url')
  expect((await desk.anna.get(`/staff/imports?cursor=${forged}`)).statusCode).toBe(400)
})
