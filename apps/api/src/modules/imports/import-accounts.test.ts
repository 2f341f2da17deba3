import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { effect, type ImportDesk, importDesk } from '../../../test/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await importDesk()
})
afterAll(() => desk.close())

const HEADER = 'Лицевой счёт;Улица;Дом;Квартира;Тип абонента;Вид помещения;Владелец;Вход без регистрации'

test('accounts arrive with premises, keys and rights', async () => {
  const report = await desk.load([
    HEADER,
    '3140100001;улица Труда;д. 12 "А";кв. 045;физлицо;жилое;Петрова Н. И.;нет',
    '3140100002;улица Труда;12 корп. 1;;юрлицо;нежилое;"ООО ""Родник""\nфилиал";да',
  ])
  expect(effect(report)).toEqual({ added: 2, changed: 0, unchanged: 0, failed: 0, isApplied: true })
  const rows = await desk.query(
    `SELECT a.kind, p.kind AS premises, house_key, house_weak_key, flat_key, holder_name, is_accountless_allowed
     FROM accounts a JOIN premises p ON p.id = premises_id WHERE number LIKE '31401%' ORDER BY number`,
  )
  expect(rows).toEqual([
    expect.objectContaining({ house_key: '12А', flat_key: '45', is_accountless_allowed: false }),
    expect.objectContaining({
      kind: 'legal',
      premises: 'non_residential',
      house_key: '12К1',
      house_weak_key: '12/1',
      flat_key: '',
      holder_name: 'ООО "Родник" филиал',
    }),
  ])
})

test('the same file again changes nothing', async () => {
  const lines = [HEADER, '3140200001;улица Мира;1;1;;;;', '3140200002;улица Мира;1;2;;;;']
  await desk.load(lines)
  expect(effect(await desk.load(lines))).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
})

test('what the file has no column for stays as it was', async () => {
  await desk.load([HEADER, '3140300001;улица Мира;3;1;;;Петрова;нет'])
  const report = await desk.load([
    'Лицевой счёт;Улица;Дом;Квартира;Закрыт',
    '3140300001;улица Мира;3;1;01.11.2026',
  ])
  expect(effect(report)).toMatchObject({ changed: 1 })
  const [row] = await desk.query(
    `SELECT holder_name, is_accountless_allowed, closed_on::text, revision FROM accounts WHERE number = '3140300001'`,
  )
  expect(row).toEqual({
    holder_name: 'Петрова',
    is_accountless_allowed: false,
    closed_on: '2026-11-01',
    revision: 1,
  })
})

test('an account that moves to another address ends the sessions opened with the old one', async () => {
  await desk.load([HEADER, '3140400001;улица Мира;4;1;;;;'])
  await desk.load([HEADER, '3140400001;улица Мира;4;2;;;;'])
  const [row] = await desk.query(
    `SELECT revision, flat FROM accounts a JOIN premises p ON p.id = premises_id WHERE number = '3140400001'`,
  )
  expect(row).toEqual({ revision: 2, flat: '2' })
})

test('what an account was before is recorded with what it is, only as far as it has changed', async () => {
  await desk.load([HEADER, '3140410001;улица Мира;41;1;;;Петрова;да'])
  const changed = [HEADER, '3140410001;улица Мира;41;2;;нежилое;;да']
  await desk.run([desk.file('trial.csv', changed)], { isDryRun: true })
  await desk.load(changed)
  await desk.load(changed)
  const events = await desk.query(
    `SELECT actor, details FROM audit_events JOIN accounts a ON a.id = account_id
     WHERE action = 'import.account_changed' AND a.number = '3140410001'`,
  )

  expect(events).toEqual([
    {
      actor: 'import',
      details: {
        before: { address: 'улица Мира, 41, 1', holderName: 'Петрова', premisesKind: 'residential' },
        after: { address: 'улица Мира, 41, 2', holderName: '', premisesKind: 'non_residential' },
      },
    },
  ])
})

test('one bad row keeps the whole file out and says why in a file of its own', async () => {
  const lines = [
    HEADER,
    '3140500001;улица Мира;5;1;;;;',
    '314050;улица Мира;5;2;;;;',
    '7770500003;улица Мира;5;3;;;;',
    '3140500001;улица Мира;5;4;;;;',
    '3140500005;улица Мира;без номера;5;марсианин;;;',
    '3140500006;;5;6;;;;',
  ]
  expect(effect(await desk.load(lines))).toMatchObject({ failed: 5, isApplied: false })
  expect(await desk.query(`SELECT FROM accounts WHERE number LIKE '31405%'`)).toHaveLength(0)
  const failed = desk.read('rows.failed.csv')
  expect(failed).toContain('314050;улица Мира;5;2;;;;;Лицевой счёт: нужно 10 цифр: 314050')
  expect(failed).toContain('Лицевой счёт: счета этого города начинаются с 314')
  expect(failed).toContain('Лицевой счёт: уже есть в строке 2')
  expect(failed).toContain('Тип абонента: такого значения нет в списке: марсианин')
  expect(failed).toContain('Улица: не заполнено')
})

test('good rows can be loaded at once, and the mended file of failed rows afterwards', async () => {
  const lines = [HEADER, '3140600001;улица Мира;6;1;;;=1+1;', '31406;улица Мира;6;2;;;=1+1;']
  expect(effect(await desk.load(lines, { isSkippingFailed: true }))).toMatchObject({ added: 1, failed: 1 })
  const failed = desk.read('rows.failed.csv')
  expect(failed).toContain(`'=1+1`)
  const report = await desk.load(failed.replace('31406;', '3140600002;'))
  expect(effect(report)).toMatchObject({ added: 1, failed: 0 })
  const rows = await desk.query(`SELECT holder_name FROM accounts WHERE number LIKE '31406%'`)
  expect(rows).toEqual([{ holder_name: '=1+1' }, { holder_name: '=1+1' }])
})

test('a dry run tells everything and keeps nothing, the meters of new accounts included', async () => {
  const paths = [
    desk.file('b-meters.csv', [
      'account,service,meter_type,serial,installed_on',
      '3140700001,cold,СХВ-15,1,2024-01-01',
      '3140700009,cold,СХВ-15,2,2024-01-01',
    ]),
    desk.file('c-accounts.csv', ['account,street,house,flat', '3140700001,улица Мира,7,1']),
  ]
  const reports = await desk.run(paths, { isDryRun: true })
  expect(reports.map(effect)).toMatchObject([
    { added: 1, failed: 0 },
    { added: 1, failed: 1 },
  ])
  expect(desk.read('b-meters.failed.csv')).toContain('account: no such account: 3140700009')
  expect(await desk.query(`SELECT FROM accounts WHERE number LIKE '31407%'`)).toHaveLength(0)
})

test.each([
  ['windows-1251', ';', '\r\n'],
  ['utf-8', '\t', '\n'],
  ['utf-16le', '\t', '\r\n'],
])('a file in %s with separator %j is read as it was meant', async (encoding, separator, lineBreak) => {
  const number = `31408${String(encoding.length).padStart(5, '0')}`
  const text = ['Лицевой счёт;Улица;Дом;Квартира', `${number};улица Ёлочная;8;${encoding.length}`]
    .join(lineBreak)
    .replaceAll(';', separator)
  const report = await desk.load(iconv.encode(text, encoding, { addBOM: true }))
  expect(report).toMatchObject({ added: 1, format: expect.stringContaining(encoding) })
  const [row] = await desk.query(
    `SELECT street FROM accounts a JOIN premises p ON p.id = premises_id WHERE number = $1`,
    [number],
  )
  expect(row).toEqual({ street: 'улица Ёлочная' })
})

const cell = (value: string | number | Date) => ({
  value,
  ...(value instanceof Date && { format: 'dd.mm.yyyy' }),
})

test('a workbook of Excel is read too, with its numbers and dates', async () => {
  const rows = [
    ['Лицевой счёт', 'Улица', 'Дом', 'Квартира', 'Закрыт'].map(cell),
    [cell(3140900001), cell('улица Мира'), cell(9), cell(1), cell(new Date('2026-10-31T00:00:00Z'))],
    [cell('31409'), cell('улица Мира'), cell(9), cell(2), null],
  ]
  await writeXlsx(rows).toFile(desk.path('book.xlsx'))
  const [report] = await desk.run([desk.path('book.xlsx')], { isSkippingFailed: true })
  expect(report).toMatchObject({ added: 1, failed: 1, failedFile: desk.path('book.failed.csv') })
  const rows2 = await desk.query(`SELECT closed_on::text FROM accounts WHERE number LIKE '31409%'`)
  expect(rows2).toEqual([{ closed_on: '2026-10-31' }])
})
