import { deflateRawSync } from 'node:zlib'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { aReadMeter, importRunsDesk, readingsFile, table } from '../../../../test/import-runs.ts'
import { inTransaction } from '../../../platform/in-transaction.ts'
import { GivenUp, markChecked } from './outcome.repo.ts'
import { giveBack, MAX_TRIES, noteProgress, takeTask } from './tasks.repo.ts'

let api: Api
let desk: Awaited<ReturnType<typeof importRunsDesk>>
const logged: unknown[] = []
beforeAll(async () => {
  api = await startApi()
  desk = await importRunsDesk(api, {
    info: () => undefined,
    warn: () => undefined,
    error: (...said: unknown[]) => void logged.push(said),
  })
})
afterAll(() => api.stop())

const twoMinutesLater = (id: string) => api.db.$executeRaw`
  UPDATE import_runs SET worked_at = worked_at - interval '121 seconds' WHERE id = ${id}::uuid`

describe('a file that is no table to load is refused in plain words, and nothing is loaded', () => {
  const reversed = Buffer.from('d0cf11e0a1b11ae1aaaa', 'hex')
  const picture = Buffer.from('ffd8ffe000104a46494600010100', 'hex')
  test.each<[string, string | Buffer, string]>([
    ['of the old Excel', reversed, 'old_excel'],
    ['a picture', picture, 'unknown_header'],
    ['a table of something else', table('Имя;Телефон', 'Анна;5'), 'unknown_header'],
    ['a workbook that breaks off', Buffer.from('PK\u0003\u0004 and no more'), 'workbook_damaged'],
    [
      'a workbook over 20 MB',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(21 * 2 ** 20)]),
      'workbook_too_big',
    ],
    ['an archive of gigabytes', bomb(), 'workbook_too_big'],
    [
      'cut short within quotes',
      table('Лицевой счёт;Улица;Дом', `3147000001;"${'я'.repeat(70_000)}`),
      'broken_table',
    ],
  ])('%s', async (_, content, code) => {
    const meter = await aReadMeter(api)
    const run = await desk.check({ name: 'file', content }, meter.file('125'))

    expect(run).toMatchObject({ state: 'refused', files: [{ refusal: { code } }, { refusal: null }] })
    expect(await meter.recorded()).toEqual([123_456])
    expect(await api.db.importPart.count({ where: { file: { runId: run.id } } })).toBe(0)
  })

  test('what is missing is named', async () => {
    const run = await desk.check({ name: 'f.csv', content: table('Лицевой счёт;Улица', '3140000001;Труда') })

    expect(run.files[0]?.refusal).toEqual({ code: 'unknown_header', detail: '«Дом» (house)' })
  })
})

describe('a worker that dies', () => {
  test('at a check is noticed after two minutes, and the check begun anew', async () => {
    const meter = await aReadMeter(api)
    const { id } = await desk.send([meter.file('125')])
    const dead = await takeTask(api.pool)
    await desk.work()
    expect([dead?.id, (await desk.show(id)).state]).toEqual([id, 'checking'])

    await twoMinutesLater(id)
    await desk.work()
    expect((await desk.show(id)).state).toBe('checked')
  })

  test('and was only slow writes nothing more', async () => {
    const meter = await aReadMeter(api)
    const { id } = await desk.send([meter.file('125')])
    const slow = await takeTask(api.pool)
    if (!slow) throw new Error('nothing to do')
    await twoMinutesLater(id)
    await desk.work()
    const client = new Client({ connectionString: api.databaseUrl })
    await client.connect()
    const late = inTransaction(client, () => markChecked(client, slow, []))

    await expect(late).rejects.toBeInstanceOf(GivenUp)
    expect(await noteProgress(api.pool, slow, null)).toBe(false)
    await client.end()
  })

  test('again and again is given up: the run says so, and its bytes are gone', async () => {
    const meter = await aReadMeter(api)
    const { id, turn } = await desk.check(meter.file('125'))
    await desk.anna.post(`/staff/imports/${id}/decision`, { turn, decision: 'load' })
    for (let i = 0; i < MAX_TRIES; i++) {
      await takeTask(api.pool)
      await twoMinutesLater(id)
    }
    await desk.work()

    expect((await desk.show(id)).state).toBe('failed')
    expect(await meter.recorded()).toEqual([123_456])
    expect(await api.db.importPart.count({ where: { file: { runId: id } } })).toBe(0)
  })
})

describe('a fault of ours', () => {
  test('is logged without a word of the file, is tried again, and then given up', async () => {
    const meter = await aReadMeter(api)
    const { id } = await desk.send([meter.file('125')])
    await api.db.$executeRaw`ALTER TABLE import_reports ADD CONSTRAINT broken CHECK (rows > 1000) NOT VALID`
    logged.length = 0
    for (let i = 0; i < MAX_TRIES; i++) {
      await desk.work()
      await twoMinutesLater(id)
    }
    await api.db.$executeRaw`ALTER TABLE import_reports DROP CONSTRAINT broken`

    expect((await desk.show(id)).state).toBe('failed')
    expect(logged).toHaveLength(MAX_TRIES)
    expect(JSON.stringify(logged)).toContain('broken')
    expect(JSON.stringify(logged)).not.toContain(meter.account.number)
  })
})

test('while the command imports, a run waits and loses nothing by it', async () => {
  const meter = await aReadMeter(api)
  const { id } = await desk.send([meter.file('125')])
  const command = new Client({ connectionString: api.databaseUrl })
  await command.connect()
  await inTransaction(command, async () => {
    await command.query(`SELECT pg_advisory_xact_lock(hashtext('rodnik.import'))`)
    await desk.work()
  })
  await command.end()
  expect(await desk.show(id)).toMatchObject({ state: 'checking' })
  await desk.work()

  expect(await desk.show(id)).toMatchObject({ state: 'checked' })
})

test('a check that is cancelled before the worker gives it back stays cancelled', async () => {
  const meter = await aReadMeter(api)
  const { id } = await desk.send([meter.file('125')])
  const task = await takeTask(api.pool)
  if (!task) throw new Error('nothing to do')
  await desk.decide(id, 'cancel')
  await giveBack(api.pool, task)

  expect(await api.db.importRun.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'cancelled',
    tries: 0,
  })
})

test('a check writes nothing that a resident would wait for, whatever comes after it in the run', async () => {
  const meter = await aReadMeter(api)
  const { account } = meter
  await api.db.$executeRaw`ALTER TABLE readings ADD CONSTRAINT unwritten CHECK (source <> 'import') NOT VALID`
  const balances = table('Лицевой счёт;Услуга;Долг, ₽;На дату', `${account.number};ХВС;5;31.10.2026`)
  const contracts = table('Лицевой счёт;Договор', `${account.number};7`)
  const run = await desk.check(
    meter.file('125'),
    { name: 'balances.csv', content: balances },
    { name: 'contracts.csv', content: contracts },
  )
  await api.db.$executeRaw`ALTER TABLE readings DROP CONSTRAINT unwritten`

  expect(run).toMatchObject({ state: 'checked', files: [{ report: { added: 1 } }, {}, {}] })
})

test('of two files with readings of a meter the second is judged by the first', async () => {
  const meter = await aReadMeter(api)
  const before = readingsFile([meter.line('125', '20.11.2026')])
  const run = await desk.check(before, readingsFile([meter.line('126', '21.11.2026')]))

  expect(run.files).toMatchObject([{ report: { added: 1 } }, { report: { added: 0, failed: 1 } }])
})

test('a check that is cancelled while the worker is at it leaves nothing', async () => {
  const meter = await aReadMeter(api)
  const lines = Array.from({ length: 20_000 }, (_, i) => meter.line(`x${i}`))
  const { id } = await desk.send([readingsFile(lines)])
  const working = desk.work()
  const attempts = async () => (await api.db.importRun.findUniqueOrThrow({ where: { id } })).attempt
  await expect.poll(attempts, { interval: 5 }).toBe(1)
  await desk.decide(id, 'cancel')
  await working
  await desk.work()

  expect(await desk.show(id)).toMatchObject({ state: 'cancelled', failedRowsUntil: null })
  expect(await api.db.importFailedPart.count({ where: { file: { runId: id } } })).toBe(0)
})

test('what nobody completes is gone after a day, and what nobody decides about after a week', async () => {
  const meter = await aReadMeter(api)
  const { id } = await desk.check(meter.file('125'))
  const begun = (await desk.begin([meter.file('125')])).json<{ id: string }>()
  await api.db
    .$executeRaw`UPDATE import_runs SET begun_at = begun_at - interval '25 hours' WHERE id = ${begun.id}::uuid`
  await api.db
    .$executeRaw`UPDATE import_runs SET moved_at = moved_at - interval '169 hours' WHERE id = ${id}::uuid`
  await desk.work()

  expect(await api.db.importRun.count({ where: { id: begun.id } })).toBe(0)
  expect(await desk.show(id)).toMatchObject({ state: 'cancelled', endedBy: null })
  expect(await api.db.importPart.count({ where: { file: { runId: id } } })).toBe(0)
})

/** A workbook of 300 MB of nothing in 300 KB. */
function bomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(300 * 2 ** 20))
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const facts = Buffer.alloc(16)
  facts.writeUInt32LE(packed.length, 4)
  facts.writeUInt16LE(name.length, 12)
  const local = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(4), facts, name])
  const entry = Buffer.concat([
    Buffer.from('504b01021400140000000800', 'hex'),
    Buffer.alloc(4),
    facts,
    Buffer.alloc(14),
    name,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length + packed.length, 16)
  return Buffer.concat([local, packed, entry, end])
}
