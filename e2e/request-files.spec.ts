import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { sessionCookies } from '../apps/api/test/session-cookies.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { aDocument, aPhoto, attach, attached } from './attached.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { appeal, ask, filed, pick, send, type } from './filing.ts'
import { expect } from './fixtures.ts'
import { letterTo } from './mailbox.ts'
import { test as base } from './person.ts'

const { requestCard: card } = russian

/** What the browser is given to keep. */
async function kept(page: Page, name: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click(),
  ])
  expect(download.suggestedFilename()).toBe(name)
  return readFile(await download.path())
}

/** The page of an operator, with a browser of their own. */
const test = base.extend<{ desk: Page }>({
  desk: async ({ otherPage, given, db, baseURL }, provide) => {
    const page = await otherPage()
    const member = await given.person({ roles: ['operator'], name: 'Ольга Смирнова' })
    const cookies = await sessionCookies(db, process.env['E2E_SESSION_SECRET'] ?? '', member)
    await page
      .context()
      .addCookies(
        Object.entries(cookies).map(([name, value]) => ({ name, value, url: baseURL ?? '', httpOnly: true })),
      )
    await provide(page)
  },
})

test('a resident sends photos with an appeal and a reply, and is answered with a document', async ({
  page,
  resident,
  given,
  aPerson,
  enter,
  desk,
}) => {
  test.slow()
  const person = await aPerson()
  await given.link(person.id, resident.accountId)
  await enter(page, person)
  await page.goto(`/my/accounts/${resident.accountId}`)
  await ask(page, 'Написать обращение')
  await attached(page, await aPhoto('кран.jpg'))
  await expectNoBarriers(page)
  await appeal(page)
  const { id } = await filed(page)
  await expect(page.getByRole('link', { name: 'кран.jpg' })).toBeVisible()

  await desk.goto(`/staff/requests/${id}`)
  await desk.getByRole('button', { name: card.take }).click()
  const small = desk.getByRole('button', { name: 'Открыть фото кран.jpg' }).getByRole('presentation')
  await expect.poll(() => small.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await desk.getByRole('button', { name: 'Открыть фото кран.jpg' }).click()
  const large = desk.getByRole('dialog').getByRole('img', { name: 'кран.jpg' })
  await expect.poll(() => large.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(640)
  await expectNoBarriers(desk)
  await desk.getByRole('button', { name: 'Закрыть', exact: true }).click()
  await pick(desk, card.answer.types.asked)
  await desk.getByLabel(card.answer.text, { exact: true }).fill('Пришлите фото стояка.')
  await desk.getByRole('button', { name: card.answer.send.asked }).click()
  await expect(desk.getByText(card.answer.sent.asked)).toBeVisible()

  await page.reload()
  await attached(page, await aPhoto('стояк.jpg'))
  await type(page, 'Ваш ответ', 'Вот он.')
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Отправить ответ' }).click()
  await expect(page.getByRole('link', { name: 'стояк.jpg' })).toBeVisible()
  await expect(page.getByText('Отправлено. Сотрудник увидит это вместе с заявкой.')).toBeFocused()

  const act = await aDocument('Акт осмотра.pdf')
  await desk.reload()
  await expect(desk.getByRole('button', { name: 'Открыть фото стояк.jpg' })).toBeVisible()
  await pick(desk, card.answer.types.done)
  await desk.getByLabel(card.answer.text, { exact: true }).fill('Напор восстановлен.')
  await attached(desk, act)
  await expectNoBarriers(desk)
  await expectReadableInEveryLook(desk)
  await desk.getByRole('button', { name: card.answer.send.done }).click()
  await expect(desk.getByText(card.answer.sent.done)).toBeVisible()
  await expect(desk.getByRole('link', { name: act.name })).toBeVisible()

  await page.reload()
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)
  expect(await kept(page, act.name)).toEqual(act.buffer)
})

test('a guest whose entry has ended gets the document of the answer by number and code', async ({
  page,
  resident,
  signIn,
  desk,
  otherPage,
}) => {
  const email = `guest-${resident.entry.accountNumber}-${Date.now()}@example.ru`
  await signIn(resident.entry)
  await page.goto('/cabinet/requests/new/appeal')
  await attached(page, await aPhoto('кран.jpg'))
  await type(page, 'Почта, чтобы прислать ответ (необязательно)', email)
  await appeal(page)
  const { id, number } = await filed(page)
  const link = /https?:\/\/\S+\/request#\S+/.exec((await letterTo(email, number)).text)?.[0] ?? ''
  const answer = await aDocument('Ответ.pdf')
  await desk.goto(`/staff/requests/${id}`)
  await desk.getByRole('button', { name: card.take }).click()
  await pick(desk, card.answer.types.done)
  await desk.getByLabel(card.answer.text, { exact: true }).fill('Ответ в документе.')
  await attached(desk, answer)
  await desk.getByRole('button', { name: card.answer.send.done }).click()
  await expect(desk.getByText(card.answer.sent.done)).toBeVisible()

  const later = await otherPage()
  await later.goto(link)
  await expect(later.getByText('Ответ в документе.').first()).toBeVisible()
  await later.getByText('Открыть заново').click()
  await expect(later.getByLabel('Выбрать файлы', { exact: true })).toHaveCount(0)
  await expectNoBarriers(later)
  expect(await kept(later, answer.name)).toEqual(answer.buffer)
})

test('nothing is sent while a photo is still on its way', async ({ page, resident, signIn }) => {
  await signIn(resident.entry)
  await page.goto('/cabinet/requests/new/appeal')
  const { promise: held, resolve: letThrough } = Promise.withResolvers<void>()
  await page.route('**/uploads/*/complete', async (route) => {
    await held
    await route.continue()
  })
  await attach(page, await aPhoto('кран.jpg'))
  await expect(page.getByText('Проверяем файл…')).toBeVisible()
  await appeal(page)
  await expect(page.getByText('Файлы ещё загружаются.')).toBeVisible()
  await expect(page.getByLabel('Выбрать файлы', { exact: true })).toBeFocused()
  await expectNoBarriers(page)
  letThrough()
  await expect(page.getByText('Приложен', { exact: true })).toBeVisible()
  await send(page)
  await filed(page)
})
