import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Db } from '../apps/api/src/platform/db.ts'
import { words as english } from '../apps/web/src/locales/en/staff/index.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

const { queue, schedules } = russian
const open = { from: '00:00', to: '24:00', breaks: [] }

/** An office that is open day and night, with somebody expected an hour or more from now. */
async function anOffice(db: Db, name: string, accountIds: string[] = []) {
  const week = JSON.stringify(Array.from({ length: 7 }, () => open))
  const [office] = await db.$queryRaw<{ id: string; specialistId: string; topicId: string }[]>`
    WITH office AS (
      INSERT INTO offices (name_ru, name_en, address_ru, address_en, phone, time_zone, week)
      VALUES (${name}, ${name}, 'ул. Труда, 1', '1 Truda Street', '217-05-17', 'Asia/Yekaterinburg', ${week}::jsonb)
      RETURNING id
    ), post AS (
      INSERT INTO specialists (office_id, name_ru, name_en) SELECT id, 'Окно 1', 'Window 1' FROM office
      RETURNING id, office_id
    ), topic AS (
      INSERT INTO appointment_topics (name_ru, name_en, minutes) VALUES (${`Вопрос ${name}`}, ${`Topic ${name}`}, 20)
      RETURNING id
    ), serves AS (
      INSERT INTO specialist_topics (specialist_id, topic_id) SELECT post.id, topic.id FROM post, topic
    )
    SELECT post.office_id AS id, post.id AS "specialistId", topic.id AS "topicId" FROM post, topic`
  if (!office) throw new Error('No office was made')
  for (const [i, accountId] of accountIds.entries()) {
    const number = `A2611-${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}-0`
    await db.$executeRaw`
      INSERT INTO appointments (number, office_id, specialist_id, seat, topic_id, account_id, starts_at, ends_at,
        busy_until, via, booked_by)
      SELECT ${number}, ${office.id}::uuid, ${office.specialistId}::uuid, 1, ${office.topicId}::uuid,
        ${accountId}::uuid, t, t + interval '20 minutes', t + interval '20 minutes', 'staff', 'staff:e2e'
      FROM (SELECT date_trunc('hour', app_now()) + make_interval(hours => ${i + 1}) AS t) x`
  }
  return office
}

const step = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}: A`) })

test('an operator sees who is expected, and serves them', async ({ page, db, given, atDesk }) => {
  const [first, second] = [await given.account(), await given.account()]
  const { id } = await anOffice(db, `Очередь ${Date.now()}`, [first.id, second.id])
  await atDesk(['operator'])
  await page.goto(`/staff/appointments?office=${id}`)
  const row = page.getByRole('row').nth(1)
  await expect(row).toContainText(queue.states.booked)
  await step(page, queue.steps.arrive).first().click()
  await expect(row).toContainText(queue.states.arrived)
  await step(page, queue.steps.call).first().click()
  await expect(row).toContainText(/вызван в \d\d:\d\d/)
  await step(page, queue.steps.serve).first().click()
  await expect(row).toContainText(queue.states.serving)
  await expectNoBarriers(page)
  await step(page, queue.steps.finish).first().click()
  await expect(row).toContainText(queue.states.done)

  await page.getByRole('button', { name: new RegExp(`^${queue.late}: `) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: queue.lateDialog.send }).click()
  await expect(dialog.getByText(queue.lateDialog.told(0))).toBeVisible()
  await dialog.getByRole('button', { name: queue.lateDialog.close }).click()
  await expect(page.getByText(queue.lateBy(15))).toBeVisible()
})

test('an operator books for a caller, moves and cancels', async ({ page, db, given, atDesk }) => {
  const account = await given.account()
  const { id } = await anOffice(db, `Звонок ${Date.now()}`)
  await atDesk(['operator'])
  await page.goto(`/staff/appointments?office=${id}`)
  await page.getByRole('button', { name: queue.book }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: queue.bookDialog.save }).click()
  await expect(dialog.getByText(queue.bookDialog.faults.accountNumber)).toBeVisible()
  await expectNoBarriers(page)
  await dialog.getByLabel(queue.bookDialog.account).fill(account.number)
  await dialog.getByLabel(queue.bookDialog.time).selectOption({ index: 3 })
  await dialog.getByRole('button', { name: queue.bookDialog.save }).click()
  const row = page.getByRole('row').nth(1)
  await expect(row).toContainText(queue.via.staff)
  const before = await row.getByRole('rowheader').innerText()

  await row.getByRole('button', { name: new RegExp(`^${queue.move}: `) }).click()
  await dialog.getByLabel(queue.bookDialog.time).selectOption({ index: 1 })
  await dialog.getByRole('button', { name: queue.moveDialog.save }).click()
  await expect(row.getByRole('rowheader')).not.toHaveText(before)
  await row.getByRole('button', { name: new RegExp(`^${queue.cancel}: `) }).click()
  await dialog.getByLabel(russian.people.reason.label).fill('Перезвонил и отказался')
  await dialog.getByRole('button', { name: queue.cancel, exact: true }).click()
  await expect(row).toContainText(queue.states.cancelled)
})

test('an administrator closes the office, sees whom that concerns, and they are not lost', async ({
  page,
  db,
  given,
  atDesk,
}) => {
  const account = await given.account()
  const name = `Закрытие ${Date.now()}`
  const { id } = await anOffice(db, name, [account.id])
  await atDesk(['administrator'])
  await page.goto('/staff/schedules')
  await page.getByRole('link', { name }).click()
  const { form } = schedules
  await page.getByLabel(form.weekdays[6] ?? '', { exact: true }).fill('с утра')
  await page.getByRole('button', { name: form.save }).click()
  await expect(page.getByText(form.faults)).toBeVisible()
  await expectNoBarriers(page)
  for (const weekday of form.weekdays) await page.getByLabel(weekday, { exact: true }).fill('')
  await page.getByRole('button', { name: form.preview }).click()
  await expect(page.getByText(form.outside(1)).first()).toBeVisible()
  await page.getByRole('button', { name: form.save }).click()
  await expect(page.getByText(form.saved)).toBeVisible()
  await page.goto(`/staff/appointments?office=${id}`)
  await expect(page.getByRole('heading', { name: queue.outside.title })).toBeVisible()
  await expect(page.getByRole('table', { name: queue.outside.title })).toContainText(account.number.slice(-2))
})

test('an administrator adds a topic and an office with a specialist', async ({ page, atDesk }) => {
  const { form, topics } = schedules
  const name = `Новый ${randomUUID().slice(0, 6)}`
  await atDesk(['administrator'])
  await page.goto('/staff/schedules')
  await page.getByRole('button', { name: topics.add }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: topics.save }).click()
  await expect(dialog.getByText(topics.fault).first()).toBeVisible()
  await dialog.getByLabel(topics.nameRu, { exact: true }).fill(`Тема ${name}`)
  await dialog.getByLabel(topics.nameEn, { exact: true }).fill(`Topic ${name}`)
  await dialog.getByRole('button', { name: topics.save }).click()
  await expect(page.getByRole('row').filter({ hasText: `Тема ${name}` })).toBeVisible()

  await page.getByRole('link', { name: schedules.add }).click()
  const facts = { nameRu: name, nameEn: name, addressRu: 'ул. Труда, 1', addressEn: '1 Truda Street' }
  for (const [field, typed] of Object.entries(facts)) {
    await page.getByLabel(form[field as keyof typeof facts], { exact: true }).fill(typed)
  }
  await page.getByLabel(form.phone).fill('217-05-17')
  await page.getByLabel(form.weekdays[0] ?? '', { exact: true }).fill('9:00-18:00, 13:00-14:00')
  await page.getByRole('button', { name: form.addPost }).click()
  const post = page.getByRole('region', { name: form.post('') })
  await post.getByLabel(form.nameRu, { exact: true }).fill('Окно 1')
  const named = page.getByRole('region', { name: 'Окно 1' })
  await named.getByLabel(form.nameEn, { exact: true }).fill('Window 1')
  await named.getByLabel(`Тема ${name}`).check()
  await page.getByRole('button', { name: form.save }).click()
  await expect(page.getByRole('heading', { level: 1, name: schedules.open(name) })).toBeVisible()
  await page.goto('/offices')
  await expect(page.getByRole('article').filter({ hasText: name })).toContainText('пн')
})

for (const { language, at, words } of [
  { language: 'ru', at: '', words: russian },
  { language: 'en', at: '/en', words: english },
]) {
  test(`nobody meets a barrier at the appointments of the day (${language})`, async ({
    page,
    db,
    given,
    atDesk,
  }) => {
    const accounts = [await given.account(), await given.account()]
    const { id } = await anOffice(
      db,
      `Барьеры ${language} ${Date.now()}`,
      accounts.map((account) => account.id),
    )
    await atDesk(['administrator'])
    await page.goto(`${at}/staff/appointments?office=${id}`)
    await expect(page.getByRole('row').nth(1)).toContainText(words.queue.states.booked)
    await expectNoBarriers(page)
    if (language === 'ru') await expectReadableInEveryLook(page)
    await page.goto(`${at}/staff/schedules`)
    await expect(page.getByRole('table', { name: words.schedules.topics.title })).toBeVisible()
    await expectNoBarriers(page)
    await page.goto(`${at}/staff/schedules/${id}`)
    await expect(page.getByRole('button', { name: words.schedules.form.save })).toBeVisible()
    await expectNoBarriers(page)
    if (language === 'ru') await expectReadableInEveryLook(page)
  })
}
