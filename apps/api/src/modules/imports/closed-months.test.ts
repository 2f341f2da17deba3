import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeMonths } from '../../../test/close-months.ts'
import { givenMeter, type ImportDesk, importDesk } from '../../../test/import-desk.ts'
import { openDatabase } from '../../platform/db.ts'
import { inTransaction } from '../../platform/in-transaction.ts'
import { loadRows } from './load-rows.ts'

let desk: ImportDesk
let database: ReturnType<typeof openDatabase>
let meter: Awaited<ReturnType<typeof givenMeter>>
let neighbour: Awaited<ReturnType<typeof givenMeter>>
let third: Awaited<ReturnType<typeof givenMeter>>

beforeAll(async () => {
  desk = await importDesk()
  database = openDatabase(desk.url, 2)
  meter = await givenMeter(desk)
  neighbour = await givenMeter(desk)
  third = await givenMeter(desk)
  for (const each of [meter, neighbour, third]) {
    await each.send([
      ['20.08.2026', '100'],
      ['20.09.2026', '103'],
    ])
  }
  await meter.send([['20.10.2026', '106']])
  await closeMonths({ db: database.db, databaseUrl: desk.url }, '2026-10')
})
afterAll(async () => {
  await database.close()
  await desk.close()
})

const waiting = () =>
  desk.query(
    `SELECT a.number, to_char(r.first_period, 'YYYY-MM') AS first, to_char(r.last_period, 'YYYY-MM') AS last
     FROM recalculations r JOIN accounts a ON a.id = r.account_id ORDER BY r.recorded_at, a.number`,
  )

test('a reading of a month that is final is not replaced by the way', async () => {
  expect(await meter.send([['20.10.2026', '108']])).toMatchObject({ failed: 1, isApplied: false })
  expect(await waiting()).toEqual([])
})

test('replaced on purpose, or sent late, it has the month recalculated by the next draft', async () => {
  await meter.send([['20.10.2026', '108']], { isReplacing: true })
  await neighbour.send([['21.10.2026', '104']])

  expect(await waiting()).toEqual([
    { number: meter.account, first: '2026-10', last: '2026-10' },
    { number: neighbour.account, first: '2026-10', last: '2026-10' },
  ])
})

test('twice changed, it waits once', async () => {
  await meter.send([['20.10.2026', '109']], { isReplacing: true })

  expect(await waiting()).toHaveLength(2)
})

test('a reading of an open month has nothing recalculated', async () => {
  await meter.send([['20.11.2026', '112']])

  expect(await waiting()).toHaveLength(2)
})

test('whoever had it loaded stands beside the recalculation', async () => {
  const by = { actor: 'staff:5b1f9d5e-3f38-4d0e-9a57-3f0f7c1f2a10', runId: null }
  const client = new Client({ connectionString: desk.url })
  await client.connect()
  const rows = [[third.account, third.serial, '21.10.2026', '105']]
  const header = ['Лицевой счёт', 'Заводской номер', 'Дата показания', 'Показание']
  await inTransaction(client, () => loadRows(client, { header, rows, format: 'test' }, { by }))
  await client.end()
  const recorded = await desk.query(
    `SELECT r.recorded_by FROM recalculations r JOIN accounts a ON a.id = r.account_id WHERE a.number = $1`,
    [third.account],
  )

  expect(recorded).toEqual([{ recorded_by: by.actor }])
})
