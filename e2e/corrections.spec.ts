import type { APIRequestContext } from '@playwright/test'
import type { Db } from '../apps/api/src/platform/db.ts'
import { requests as russian } from '../apps/web/src/locales/ru/requests.ts'
import { words as russianDesk } from '../apps/web/src/locales/ru/staff/index.ts'
import type { RequestFiled } from '../packages/contract/src/requests.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { aChargedHousehold } from './charged-household.ts'
import { chooseMeter, corrected, fillRow, metres, outcome, row } from './correcting.ts'
import { filed, pick, send } from './filing.ts'
import { type Entry, expect } from './fixtures.ts'
import { test } from './requests-filed.ts'

const { corrections: say } = russian.form
const { requestCard } = russianDesk
const { correction: desk } = requestCard

test('a guest corrects a reading that was charged, and the clerk approves the sum that the guest saw', {
  tag: '@phone',
}, async ({ page, db, signIn, atDesk }) => {
  // Months of a city are closed first where no other journey has closed them.
  test.slow()
  const { entry, accountId, ...reading } = await aChargedHousehold(db)
  const right = { ...reading, litres: reading.litres - 1000 }
  await signIn(entry)
  await page.goto('/cabinet/requests/new/correction')
  await fillRow(page, right)
  await expect(outcome(page).getByRole('table')).toContainText('−1,000 м³')
  const told =
    (await outcome(page)
      .getByText(/^Вам вернётся/)
      .textContent()) ?? ''
  const sum = /\d\S*,\d\d/.exec(told)?.[0] ?? 'no sum'
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)
  await pick(page, 'Ошиблись, когда вводили')
  await send(page)
  const { id } = await filed(page)
  await expect(page.getByText(told)).toBeVisible()
  const both = new RegExp(`было ${metres(right.litres)}.*передали ${metres(reading.litres)}`)
  await expect(page.getByText(both)).toBeVisible()

  await atDesk(['clerk'])
  await page.goto(`/staff/requests/${id}`)
  await expect(page.getByText(desk.sawSame(`−${sum}\u00a0₽`))).toBeVisible()
  await expect(page.getByText(desk.takeFirst)).toBeVisible()
  await page.getByRole('button', { name: requestCard.take }).click()
  await page.getByRole('button', { name: desk.approve }).click()
  await expect(page.getByText(requestCard.answer.empty)).toBeVisible()
  await expectNoBarriers(page)
  await page.getByLabel(desk.answer).fill('Исправили. Разница будет в следующей квитанции.')
  await page.getByRole('button', { name: desk.approve }).click()
  await expect(page.getByText(/^Исправлено .*Ольга Смирнова/)).toBeVisible()
  const [newest] = await db.reading.findMany({
    where: { meterId: right.meterId, period: new Date(`${right.period}-01`), recountOf: null },
    orderBy: { revision: 'desc' },
    take: 1,
  })
  expect(newest).toMatchObject({ valueLitres: right.litres, source: 'staff' })
  await page.goto(`/staff/accounts/${accountId}`)
  await expect(page.getByRole('region', { name: russianDesk.recalculations.title })).toContainText(
    russianDesk.recalculations.states.waiting,
  )

  await page.goto(`/cabinet/requests/${id}`)
  await expect(page.getByText('Исправили. Разница будет в следующей квитанции.').first()).toBeVisible()
  await page.goto('/cabinet/requests/new/correction')
  await chooseMeter(page, right.meterId)
  await expect(row(page).getByRole('option', { name: new RegExp(metres(right.litres)) })).toBeAttached()
})

test('what contradicts the months beside it is said at the reading, with the way out', async ({
  page,
  given,
  signIn,
}) => {
  const { id, entry } = await given.account()
  const readings = { '2026-08': 117_000, '2026-09': 120_000, '2026-10': 123_000 }
  const meter = await given.meter(id, { readings })
  await signIn(entry)
  await page.goto('/cabinet/requests/new/correction')
  await expect(outcome(page)).toContainText(say.outcome.waits)
  await fillRow(page, { meterId: meter.id, period: '2026-09', litres: 116_000 })
  const below = 'Меньше, чем за август 2026 г.: 117,000 м³. Проверьте цифры или исправьте и тот месяц.'
  await expect(row(page)).toContainText(below)
  await expect(outcome(page)).toContainText(say.outcome.faulty)
  await expectNoBarriers(page)

  await page.getByRole('button', { name: say.add }).click()
  await row(page, 2).getByLabel(say.month).selectOption('2026-09')
  await expect(row(page, 2)).toContainText('указан дважды')
  await row(page, 2).getByLabel(say.month).selectOption('2026-08')
  await row(page, 2).getByRole('textbox').fill('115,500')
  await expect(row(page)).not.toContainText('Меньше, чем')
  await expect(row(page)).toContainText(say.notFinal)
  await expect(outcome(page)).toContainText(say.outcome.notCharged)
  await pick(page, 'Перепутали счётчики')
  await send(page)
  await filed(page)
})

test('whoever has sent no readings is told that there is nothing to correct', async ({
  page,
  given,
  signIn,
}) => {
  const { id, entry } = await given.account()
  await given.meter(id, { readings: {} })
  await signIn(entry)
  await page.goto('/cabinet/requests/new/correction')
  await expect(page.getByText(say.empty.title)).toBeVisible()
  await expect(outcome(page)).toHaveCount(0)
  await expectNoBarriers(page)
})

test('the clerk refuses with a reason, and nothing is corrected', async ({
  page,
  asks,
  atDesk,
  resident,
  db,
}) => {
  const { id } = await asks.file(corrected(resident.cold.id, 122_000))
  await atDesk(['clerk'])
  await page.goto(`/staff/requests/${id}`)
  await page.getByRole('button', { name: requestCard.take }).click()
  await page.getByRole('radio', { name: requestCard.answer.types.refused }).check()
  await page
    .getByLabel(requestCard.answer.text, { exact: true })
    .fill('На счётчике при проверке было 123,456.')
  await page.getByRole('button', { name: requestCard.answer.send.refused }).click()
  await expect(page.getByText(desk.over)).toBeVisible()
  await expect(page.getByRole('button', { name: desk.approve })).toHaveCount(0)
  expect(await db.reading.count({ where: { meterId: resident.cold.id } })).toBe(1)
})

/** A household asks from home for a cubic metre less in its last final month. */
async function asksFromHome(db: Db, otherDevice: (entry: Entry) => Promise<APIRequestContext>) {
  const household = await aChargedHousehold(db)
  const { entry, meterId, period, litres } = household
  const fields = { readings: [{ meterId, period, litres: litres - 1000 }], reason: 'mistyped' }
  const home = await otherDevice(entry)
  const response = await home.post('/api/v1/cabinet/requests', {
    data: { filled: { kind: 'correction', fields }, language: 'ru' },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const { request } = (await response.json()) as RequestFiled
  return { ...household, id: request.id }
}

test('another sum meanwhile is shown to the clerk before it is approved, and the text stays', async ({
  page,
  db,
  otherDevice,
  atDesk,
}) => {
  test.slow()
  const { id, litres } = await asksFromHome(db, otherDevice)
  await atDesk(['clerk'])
  await page.goto(`/staff/requests/${id}`)
  await page.getByRole('button', { name: requestCard.take }).click()
  const text = page.getByLabel(desk.answer)
  await text.fill('Исправили.')
  await db.$executeRaw`
    UPDATE requests SET fields = jsonb_set(fields::jsonb, '{readings,0,litres}', to_jsonb(${litres - 500}::int))
    WHERE id = ${id}::uuid`
  await page.getByRole('button', { name: desk.approve }).click()
  await expect(page.getByText(desk.refusals.correction_changed_meanwhile)).toBeVisible()
  await expect(page.getByText(desk.sawOther)).toBeVisible()
  await expect(page.getByRole('table', { name: desk.readings })).toContainText('−0,500 м³')
  await expect(text).toHaveValue('Исправили.')
  await expectNoBarriers(page)
  await page.getByRole('button', { name: desk.approve }).click()
  await expect(page.getByText(/^Исправлено .*Ольга Смирнова/)).toBeVisible()
})

test('a recalculation that waits already is told of, with the way to it, and the text stays', async ({
  page,
  db,
  otherDevice,
  atDesk,
}) => {
  test.slow()
  const { id, accountId, period } = await asksFromHome(db, otherDevice)
  await atDesk(['clerk'])
  const recorded = await page.request.post(`/api/v1/staff/accounts/${accountId}/recalculations`, {
    data: { facts: { kind: 'months', from: period, to: period }, reason: 'Звонок абонента' },
  })
  expect(recorded.status()).toBe(201)
  await page.goto(`/staff/requests/${id}`)
  await page.getByRole('button', { name: requestCard.take }).click()
  await page.getByLabel(desk.answer).fill('Исправили.')
  await page.getByRole('button', { name: desk.approve }).click()
  await expect(page.getByText(desk.refusals.recalculation_exists)).toBeVisible()
  await expect(page.getByLabel(desk.answer)).toHaveValue('Исправили.')
  await page.getByRole('link', { name: desk.toAccount }).click()
  await expect(page.getByRole('region', { name: russianDesk.recalculations.title })).toContainText(
    'Звонок абонента',
  )
})
