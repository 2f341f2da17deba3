import { afterAll, beforeAll, expect, test } from 'vitest'
import { effect, givenMeter, type ImportDesk, importDesk } from '../../../test/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await importDesk()
})
afterAll(() => desk.close())

const reasons = () => desk.read('rows.failed.csv')
const KEY = 'Лицевой счёт;Услуга;Тип счётчика;Заводской номер;Установлен'
const cells = ({ account, serial }: { account: string; serial: string }) =>
  `${account};Холодная;СХВ-15;${serial};01.02.2020`

test('a meter keeps its marking as printed, with the leading zeros', async () => {
  const meter = await givenMeter(desk, {
    meterColumns: { 'Заводской номер': '00451893', 'Номинальный расход, м³/ч': '2,5' },
  })
  const rows = await desk.query(
    `SELECT serial, whole_digits, fraction_digits, nominal_litres_per_hour FROM meters
     JOIN accounts a ON a.id = account_id WHERE number = $1`,
    [meter.account],
  )
  expect(rows).toEqual([
    { serial: '00451893', whole_digits: 5, fraction_digits: 3, nominal_litres_per_hour: 2500 },
  ])
})

test('a new verification and a new seal change the meter, everything else stays', async () => {
  const meter = await givenMeter(desk, { meterColumns: { Пломба: '1', 'Место установки': 'кухня' } })
  const lines = [`${KEY};Поверен;Поверка до;Пломба`, `${cells(meter)};10.11.2026;10.11.2032;2`]
  expect(effect(await desk.load(lines))).toMatchObject({ changed: 1 })
  expect(effect(await desk.load(lines))).toMatchObject({ changed: 0, unchanged: 1 })
  const [row] = await desk.query(
    `SELECT place, seal_number, verification_due_on::text AS due FROM meters WHERE serial = $1`,
    [meter.serial],
  )
  expect(row).toEqual({ place: 'кухня', seal_number: '2', due: '2032-11-10' })
})

test.each([
  ['Поверка до', 'Поверен;Поверка до', '10.11.2026;10.11.2020', 'Поверка до: раньше предыдущей'],
  ['Снят', 'Снят', '01.01.2019', 'Снят: раньше предыдущей'],
  ['Поверен', 'Поверен', '01.01.2030', 'Поверен: в будущем: 2030-01-01'],
  ['Разрядов', 'Разрядов до запятой', '9', 'Разрядов до запятой: допустимо 3–8'],
])('a meter with a wrong «%s» is refused', async (_, columns, values, reason) => {
  const meter = await givenMeter(desk)
  expect(effect(await desk.load([`${KEY};${columns}`, `${cells(meter)};${values}`]))).toMatchObject({
    failed: 1,
  })
  expect(reasons()).toContain(reason)
})

test('a verification that ends before the recorded one began is refused', async () => {
  const meter = await givenMeter(desk, { meterColumns: { Поверен: '10.11.2024' } })
  await desk.load([`${KEY};Поверка до`, `${cells(meter)};10.11.2023`])
  expect(reasons()).toContain('Поверка до: раньше предыдущей')
})

test('a change that recorded readings contradict is refused', async () => {
  const meter = await givenMeter(desk)
  await meter.send([['22.10.2026', '12345']])
  await desk.load([`${KEY};Снят`, `${cells(meter)};01.10.2026`])
  expect(reasons()).toContain('Снят: противоречит учтённым показаниям (2026-10-22)')
  await desk.load([`${KEY};Разрядов до запятой`, `${cells(meter)};4`])
  expect(reasons()).toContain('Разрядов до запятой: противоречит учтённым показаниям (12345)')
})

test('a meter does not change its water', async () => {
  const meter = await givenMeter(desk)
  await desk.load([KEY, cells(meter).replace('Холодная', 'ГВС')])
  expect(reasons()).toContain('Услуга: этот счётчик учтён по другой услуге: cold')
})
