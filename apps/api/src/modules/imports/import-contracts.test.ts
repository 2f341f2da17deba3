import { afterAll, beforeAll, expect, test } from 'vitest'
import { effect, type ImportDesk, importDesk } from '../../../test/import-desk.ts'

const HEAD =
  'Лицевой счёт;Договор;Дата договора;Гарантированный объём, м³;Гарантированный до;Диаметр ввода, мм;Аванс, %;День аванса;Пени по правилам'

let desk: ImportDesk
let last = 0
beforeAll(async () => {
  desk = await importDesk()
})
afterAll(() => desk.close())

async function aShop(kind = 'юрлицо'): Promise<string> {
  const account = `31466${String(++last).padStart(5, '0')}`
  await desk.load([
    'Лицевой счёт;Улица;Дом;Квартира;Тип абонента',
    `${account};улица Труда;${last};1;${kind}`,
  ])
  return account
}

const termsOf = async (account: string) => {
  const [terms] = await desk.query(
    `SELECT t.*, contract_signed_on::text, guaranteed_until_on::text
     FROM legal_terms t JOIN accounts a ON a.id = t.account_id WHERE a.number = $1`,
    [account],
  )
  return terms
}

test('a contract is loaded with its volume, its advance and whose penalties it has', async () => {
  const account = await aShop()

  const report = await desk.load([HEAD, `${account};В-117/2024;12.03.2024;42,5;31.12.2026;50;30;18;УК`])

  expect(effect(report)).toMatchObject({ added: 1, isApplied: true })
  expect(await termsOf(account)).toMatchObject({
    contract_number: 'В-117/2024',
    contract_signed_on: '2024-03-12',
    guaranteed_month_litres: 42_500,
    guaranteed_until_on: '2026-12-31',
    pipe_diameter_mm: 50,
    advance_percent: 30,
    advance_day: 18,
    penalty_payer: 'managing_company',
  })
})

test('the same file changes nothing, a new advance changes the contract and leaves the rest', async () => {
  const account = await aShop()
  const rows = [HEAD, `${account};В-1;;;;25;;;`]
  await desk.load(rows)

  expect(effect(await desk.load(rows))).toMatchObject({ unchanged: 1, changed: 0 })
  const changed = await desk.load(['Лицевой счёт;Договор;Аванс, %;День аванса', `${account};В-1;50;18`])

  expect(effect(changed)).toMatchObject({ changed: 1 })
  expect(await termsOf(account)).toMatchObject({ pipe_diameter_mm: 25, advance_percent: 50 })
})

test.each([
  ['half an advance', 'В-1;;;;;30;;', 'День аванса: заполняется вместе'],
  ['a volume without an end', 'В-1;;42;;;;;', 'Гарантированный до: заполняется вместе'],
  ['an advance of everything and more', 'В-1;;;;;101;18;', 'Аванс, %: допустимо 1–100'],
  ['a day that February lacks', 'В-1;;;;;30;31;', 'День аванса: допустимо 1–28'],
  ['a contract of tomorrow', 'В-1;01.12.2026;;;;;;', 'Дата договора: в будущем'],
  ['a payer nobody knows', 'В-1;;;;;;;банк', 'Пени по правилам: такого значения нет'],
])('%s is refused with its reason', async (_, cells, reason) => {
  await desk.load([HEAD, `${await aShop()};${cells}`])

  expect(desk.read('rows.failed.csv')).toContain(reason)
})

test('a resident has no contract', async () => {
  await desk.load([HEAD, `${await aShop('физлицо')};В-1;;;;;;;`])

  expect(desk.read('rows.failed.csv')).toContain('это счёт жителя')
})
