import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { effect, givenMeter, type ImportDesk, importDesk } from '../../../test/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await importDesk()
})
afterAll(() => desk.close())

const reasons = () => desk.read('rows.failed.csv')

test('a history is recorded month by month with its volumes', async () => {
  const meter = await givenMeter(desk)
  const report = await meter.send([
    ['22.10.2026', '110,5'],
    ['20.08.2026', '100'],
    ['2026-09-21', '104.250'],
  ])
  expect(effect(report)).toMatchObject({ added: 3 })
  expect(await meter.recorded()).toEqual([
    '2026-08 #1 100000 (0)',
    '2026-09 #2 104250 (4250)',
    '2026-10 #3 110500 (6250)',
  ])
})

test('the same readings again change nothing', async () => {
  const meter = await givenMeter(desk)
  await meter.send([['22.10.2026', '110']])
  const again = await meter.send([
    ['23.10.2026', '110,000'],
    ['22.10.2026', '110'],
  ])
  expect(effect(again)).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  expect(await meter.recorded()).toHaveLength(1)
})

test('another value for a counted month is taken only on purpose, and the next month is counted anew', async () => {
  const meter = await givenMeter(desk)
  await meter.send([
    ['22.08.2026', '100'],
    ['22.09.2026', '110'],
    ['22.10.2026', '120'],
  ])
  expect(effect(await meter.send([['22.09.2026', '113']]))).toMatchObject({ failed: 1, isApplied: false })
  expect(reasons()).toContain('за этот месяц учтено другое показание: 110,000')

  const replaced = await meter.send([['22.09.2026', '113']], { isReplacing: true })
  expect(effect(replaced)).toMatchObject({ changed: 1, failed: 0 })
  expect((await meter.recorded()).slice(3)).toEqual(['2026-09 #4 113000 (13000)', '2026-10 #5 120000 (7000)'])
})

test('a month before a counted one is inserted only on purpose', async () => {
  const meter = await givenMeter(desk)
  await meter.send([['22.10.2026', '120']])
  expect(effect(await meter.send([['22.09.2026', '113']]))).toMatchObject({ failed: 1 })
  expect(reasons()).toContain('уже учтён более поздний месяц: 10.2026 — 120,000')
  await meter.send([['22.09.2026', '113']], { isReplacing: true })
  expect((await meter.recorded()).slice(1)).toEqual(['2026-09 #2 113000 (0)', '2026-10 #3 120000 (7000)'])
})

test('a reading below the one before it is refused, and what follows is judged without it', async () => {
  const meter = await givenMeter(desk)
  const report = await meter.send(
    [
      ['22.07.2026', '100'],
      ['22.08.2026', '90'],
      ['22.09.2026', '95'],
      ['22.10.2026', '101'],
    ],
    { isSkippingFailed: true },
  )
  expect(effect(report)).toMatchObject({ added: 2, failed: 2 })
  expect(await meter.recorded()).toEqual(['2026-07 #1 100000 (0)', '2026-10 #2 101000 (1000)'])
  expect(reasons().match(/меньше предыдущего: 07.2026 — 100,000/g)).toHaveLength(2)
})

test('a typing mistake does not take the months after it along', async () => {
  const meter = await givenMeter(desk)
  const report = await meter.send(
    [
      ['22.08.2026', '100'],
      ['22.09.2026', '10500'],
      ['22.10.2026', '110'],
    ],
    { isSkippingFailed: true },
  )
  expect(effect(report)).toMatchObject({ added: 2, failed: 1 })
  expect(reasons()).toContain('невозможен за это время: 10400,000 м³')
})

describe('a meter that rolled over', () => {
  test('goes on from zero when the file says so', async () => {
    const meter = await givenMeter(desk)
    await meter.send([
      ['22.09.2026', '99990'],
      ['22.10.2026', '5,5', 'да'],
    ])
    expect(await meter.recorded()).toEqual(['2026-09 #1 99990000 (0)', '2026-10 #2 5500 (15500) rollover'])
  })

  test('is not believed to have done so without a reason', async () => {
    const meter = await givenMeter(desk)
    const report = await meter.send([
      ['22.09.2026', '100'],
      ['22.10.2026', '105', 'да'],
    ])
    expect(effect(report)).toMatchObject({ failed: 1 })
    expect(reasons()).toContain('показание не меньше предыдущего: 09.2026 — 100,000')
  })
})

test.each([
  ['Показание: больше, чем разрядов на счётчике (5)', '22.10.2026', '123456'],
  ['Дата показания: в будущем: 2026-11-23', '23.11.2026', '5'],
  ['Дата показания: раньше установки счётчика 2020-02-01', '31.01.2020', '5'],
  ['Показание: не число: -5', '22.10.2026', '-5'],
  ['Показание: слишком много знаков после запятой: 5,1234', '22.10.2026', '5,1234'],
])('refused: %s', async (reason, day, value) => {
  const meter = await givenMeter(desk)
  await meter.send([[day, value]])
  expect(reasons()).toContain(reason)
})

test('two values for one month in a file: the second is refused', async () => {
  const meter = await givenMeter(desk)
  const report = await meter.send(
    [
      ['20.10.2026', '5'],
      ['22.10.2026', '6'],
    ],
    { isSkippingFailed: true },
  )
  expect(effect(report)).toMatchObject({ added: 1, failed: 1 })
  expect(reasons()).toContain('другое показание за этот месяц в строке 2')
})

test('a reading of a month without a day is of its last day, or of today', async () => {
  const meter = await givenMeter(desk)
  await desk.load([
    'account;serial;period;value',
    `${meter.account};${meter.serial};2026-10;5`,
    `${meter.account};${meter.serial};11.2026;6`,
  ])
  const rows = await desk.query(
    `SELECT taken_on::text FROM readings JOIN meters m ON m.id = meter_id WHERE serial = $1 ORDER BY revision`,
    [meter.serial],
  )
  expect(rows.map((row) => row['taken_on'])).toEqual(['2026-10-31', '2026-11-22'])
})

test('a stranger’s meter and an unknown account are told apart to the operator', async () => {
  const meter = await givenMeter(desk)
  await desk.load([
    'Лицевой счёт;Заводской номер;Показание;Месяц',
    `${meter.account};нет такого;5;10.2026`,
    `3149999999;${meter.serial};5;10.2026`,
  ])
  expect(reasons()).toContain('у лицевого счёта нет такого счётчика: нет такого')
  expect(reasons()).toContain('лицевой счёт не найден: 3149999999')
})

test('a serial that two meters of an account share needs the type', async () => {
  const meter = await givenMeter(desk)
  await desk.load([
    'account;service;meter_type;serial;installed_on',
    `${meter.account};hot;СГВ-15;${meter.serial};2020-02-01`,
  ])
  expect(effect(await meter.send([['22.10.2026', '5']]))).toMatchObject({ failed: 1 })
  expect(reasons()).toContain('несколько счётчиков с таким номером: укажите тип')
  const typed = [
    'account;meter_type;serial;period;value',
    `${meter.account};СГВ-15;${meter.serial};2026-10;5`,
  ]
  expect(effect(await desk.load(typed))).toMatchObject({ added: 1 })
})

test('a reading that a resident sends while the file is loaded stays, and the file is judged again', async () => {
  const meter = await givenMeter(desk)
  await desk.query('BEGIN')
  await desk.query(
    `INSERT INTO readings (meter_id, revision, period, value_litres, used_litres, taken_on, source)
     SELECT id, 1, '2026-11-01', 50000, 50000, '2026-11-22', 'accountless' FROM meters WHERE serial = $1`,
    [meter.serial],
  )
  const loading = meter.send([['22.11.2026', '51']])
  // The import meets the reading that is not committed yet and waits for its end.
  await vi.waitUntil(async () => {
    await desk.query('SELECT pg_stat_clear_snapshot()')
    const waiting = await desk.query(
      `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
    )
    return waiting.length > 0
  }, 10_000)
  await desk.query('COMMIT')
  expect(effect(await loading)).toMatchObject({ failed: 1, isApplied: false })
  expect(await meter.recorded()).toEqual(['2026-11 #1 50000 (50000)'])
})
