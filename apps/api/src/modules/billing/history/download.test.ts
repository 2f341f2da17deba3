import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { closeMonths } from '../../../../test/close-months.ts'
import { aResident } from '../../../../test/people.ts'

let api: Api
let flat: Awaited<ReturnType<typeof aFlat>>

async function aFlat() {
  const person = await aResident(api)
  const account = await api.given.account()
  const readings = {
    '2026-05': 103_000,
    '2026-06': 106_000,
    '2026-07': 109_000,
    '2026-08': 112_000,
    '2026-09': 115_000,
  }
  await api.given.meter(account.id, { readings, serial: '=HYPERLINK("http://x")' })
  await api.given.link(person.id, account.id)
  return { account, download: (query: string) => person.get(`/my/accounts/${account.id}/history.${query}`) }
}

beforeAll(async () => {
  api = await startApi()
  flat = await aFlat()
  await closeMonths(api, '2026-08', '2026-09')
})
afterAll(() => api.stop())

test('the months come as a file that a Russian Excel opens with its sums', async () => {
  const file = await flat.download('csv?table=months')

  expect(file.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="rodnik-${flat.account.number}-months.csv"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
  expect(file.body.split('\r\n')).toEqual([
    expect.stringMatching(/^\uFEFFМесяц;Холодная вода, м³;/),
    '2026-09;3,000;3,000;120,66;80,55;201,21;0,00;0,00;0,00;0,00;402,42;0,00',
    '2026-08;3,000;3,000;120,66;80,55;201,21;0,00;0,00;0,00;0,00;201,21;0,00',
    '',
  ])
})

test('the operations come with what each part is for', async () => {
  const { body } = await flat.download('csv?table=operations&language=en')

  expect(body.split('\r\n').slice(0, 3)).toEqual([
    '\uFEFFDate;Operation;For;For the month;Amount, ₽;Note',
    '30.09.2026;Charged;Cold water;2026-09;120,66;',
    '30.09.2026;Charged;Wastewater;2026-09;80,55;',
  ])
})

test('a marking that looks like a formula stays a text', async () => {
  const { body } = await flat.download('csv?table=readings')

  expect(body).toContain(
    `;кухня;"'=HYPERLINK(""http://x"")";22.09.2026;115,000;3,000;Из прежней системы;Принято`,
  )
})

test('the workbook has a sheet for each table, with numbers and days as Excel keeps them', async () => {
  const file = await flat.download('xlsx')

  expect(file.headers['content-disposition']).toBe(
    `attachment; filename="rodnik-${flat.account.number}-history.xlsx"`,
  )
  const [, september] = await readSheet(file.rawPayload, 'По месяцам')
  expect(september?.slice(0, 6)).toEqual([new Date('2026-09-01'), 3, 3, 120.66, 80.55, 201.21])
  const [, charged] = await readSheet(file.rawPayload, 'Операции')
  expect(charged?.slice(0, 3)).toEqual([new Date('2026-09-30'), 'Начислено', 'Холодная вода'])
  const [, reading] = await readSheet(file.rawPayload, 'Показания')
  expect(reading?.slice(3, 6)).toEqual(['=HYPERLINK("http://x")', new Date('2026-09-22'), 115])
})
