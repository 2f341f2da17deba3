import { afterAll, beforeAll, expect, test } from 'vitest'
import { effect, type ImportDesk, importDesk } from '../../../test/import-desk.ts'

const HEAD = 'Лицевой счёт;Услуга;Месяц долга;Долг, ₽;Пени, ₽;На дату'

let desk: ImportDesk
let last = 0
beforeAll(async () => {
  desk = await importDesk()
})
afterAll(() => desk.close())

async function anAccount(): Promise<string> {
  const account = `31455${String(++last).padStart(5, '0')}`
  await desk.load(['Лицевой счёт;Улица;Дом;Квартира', `${account};улица Свободы;${last};1`])
  return account
}

/** «cold_water 2026-08 receivable 46179». */
async function owed(account: string): Promise<string[]> {
  const rows = await desk.query(
    `SELECT e.service || ' ' || coalesce(to_char(e.period, 'YYYY-MM'), 'advance') || ' ' || e.book || ' '
       || sum(e.amount_kopecks) AS line
     FROM ledger_entries e JOIN accounts a ON a.id = e.account_id WHERE a.number = $1
     GROUP BY e.service, e.period, e.book HAVING sum(e.amount_kopecks) <> 0 ORDER BY 1`,
    [account],
  )
  return rows.map(({ line }) => String(line))
}

const ledger = async () => {
  const [sums] = await desk.query(
    `SELECT count(DISTINCT transaction_id)::int AS transactions, coalesce(sum(amount_kopecks), 0)::int AS kopecks
     FROM ledger_entries`,
  )
  return sums
}

test('debts, advances and penalties are taken over into the ledger, which sums to zero', async () => {
  const [debtor, saver] = [await anAccount(), await anAccount()]

  const report = await desk.load([
    HEAD,
    `${debtor};Холодная вода;08.2026;461,79;12,03;30.09.2026`,
    `${debtor};Водоотведение;август 2026;1 000;;30.09.2026`,
    `${saver};ХВС;;-250,5;;30.09.2026`,
  ])

  expect(effect(report)).toMatchObject({ added: 3, failed: 0, isApplied: true })
  expect(await owed(debtor)).toEqual([
    'cold_water 2026-08 penalty_receivable 1203',
    'cold_water 2026-08 receivable 46179',
    'wastewater 2026-08 receivable 100000',
  ])
  expect(await owed(saver)).toEqual(['cold_water advance receivable -25050'])
  expect((await ledger())?.['kopecks']).toBe(0)
})

test('the same file again posts nothing', async () => {
  const account = await anAccount()
  const rows = [HEAD, `${account};ХВС;08.2026;461,79;1;30.09.2026`, `${account};ВО;08.2026;0;0;30.09.2026`]
  await desk.load(rows)
  const before = await ledger()

  expect(effect(await desk.load(rows))).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  expect(await ledger()).toEqual(before)
})

test('another sum for the same debt is refused, unless it is to replace the first', async () => {
  const account = await anAccount()
  await desk.load([HEAD, `${account};ХВС;08.2026;461,79;10;30.09.2026`])
  const mended = [HEAD, `${account};ХВС;08.2026;400;0;30.09.2026`]

  expect(effect(await desk.load(mended))).toMatchObject({ failed: 1, isApplied: false })
  expect(desk.read('rows.failed.csv')).toContain('принят другой долг: 461,79 ₽')
  expect(effect(await desk.load(mended, { isReplacing: true }))).toMatchObject({ changed: 1 })
  expect(await owed(account)).toEqual(['cold_water 2026-08 receivable 40000'])
})

test('a trial changes nothing', async () => {
  const account = await anAccount()

  await desk.run([desk.file('trial.csv', [HEAD, `${account};ХВС;08.2026;461,79;;30.09.2026`])], {
    isDryRun: true,
  })

  expect(await owed(account)).toEqual([])
})

test('a month that is charged here is not taken over as well', async () => {
  const account = await anAccount()
  await desk.query(
    `INSERT INTO billing_periods (period, slice_count, drafted_by) VALUES ('2026-10-01', 0, 'staff:a')`,
  )

  await desk.load([HEAD, `${account};ХВС;10.2026;461,79;;31.10.2026`])

  expect(desk.read('rows.failed.csv')).toContain('за этот месяц начислено здесь: 10.2026')
})

test.each([
  ['an unknown account', '3149999999;ХВС;08.2026;1;;30.09.2026', 'лицевой счёт не найден'],
  ['a sum in words', 'ACCOUNT;ХВС;08.2026;сто;;30.09.2026', 'Долг, ₽: не число: сто'],
  ['three decimals', 'ACCOUNT;ХВС;08.2026;1,001;;30.09.2026', 'Долг, ₽: не число'],
  ['a negative penalty', 'ACCOUNT;ХВС;08.2026;1;-1;30.09.2026', 'Пени, ₽: допустимо ≥ 0'],
  ['a day to come', 'ACCOUNT;ХВС;08.2026;1;;30.12.2026', 'На дату: в будущем'],
  ['a month after the day', 'ACCOUNT;ХВС;10.2026;1;;30.09.2026', 'На дату: раньше предыдущей'],
  ['a service of somebody else', 'ACCOUNT;Газ;08.2026;1;;30.09.2026', 'Услуга: такого значения нет'],
])('%s is refused with its reason', async (_, row, reason) => {
  await desk.load([HEAD, row.replace('ACCOUNT', await anAccount())])

  expect(desk.read('rows.failed.csv')).toContain(reason)
})

test('a debt that is twice in the file is refused the second time, an advance as well', async () => {
  const account = await anAccount()

  const report = await desk.load(
    [
      HEAD,
      `${account};ХВС;08.2026;1;;30.09.2026`,
      `${account};ХВС;08.2026;1;;30.09.2026`,
      `${account};ХВС;;-1;;30.09.2026`,
      `${account};ХВС;;-1;;30.09.2026`,
    ],
    { isSkippingFailed: true },
  )

  expect(effect(report)).toMatchObject({ added: 2, failed: 2 })
})
