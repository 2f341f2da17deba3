import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { appointments as english } from '../apps/web/src/locales/en/appointments.ts'
import { appointments as russian } from '../apps/web/src/locales/ru/appointments.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { fillEntry } from './cabinet.ts'
import { test } from './person.ts'

const { steps, mine } = russian
const OFFICE = 'Центральный офис'
const TOPIC = /^Счётчики/

/** Office, topic and the first day with room; the page of times is open then. */
async function chooseDay(page: Page) {
  await page.getByRole('link', { name: OFFICE }).click()
  await page.getByRole('link', { name: TOPIC }).click()
  await expect(page.getByRole('heading', { level: 1, name: steps.day.title })).toBeVisible()
  await page
    .getByRole('link', { name: /свободно: \d/ })
    .first()
    .click()
}
const times = (page: Page) =>
  page
    .getByRole('list')
    .filter({ has: page.locator('.slot') })
    .getByRole('link')
const card = (page: Page) => page.getByRole('article').first()

async function savedFile(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: mine.calendar }).click(),
  ])
  return readFile(await file.path(), 'utf8')
}

test('a resident makes an appointment, takes it into the calendar, moves and cancels it @phone', async ({
  page,
  given,
  aPerson,
  enter,
}) => {
  const [person, account] = [await aPerson(), await given.account()]
  await given.link(person.id, account.id)
  await enter(page, person)
  await page.goto(`/my/accounts/${account.id}`)
  await page.getByRole('link', { name: mine.link }).click()
  await expect(page.getByText(mine.none)).toBeVisible()
  await page.getByRole('link', { name: mine.make }).click()
  await chooseDay(page)
  await times(page).first().click()
  await expect(page.getByText(steps.sure.bring)).toBeVisible()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: steps.sure.send }).click()

  await expect(page.getByRole('alert').filter({ hasText: mine.booked })).toBeVisible()
  const first = await card(page).getByRole('heading').innerText()
  expect(await savedFile(page)).toContain('METHOD:PUBLISH')
  await expectNoBarriers(page)

  await page.getByRole('link', { name: mine.move }).click()
  await page
    .getByRole('link', { name: /свободно: \d/ })
    .nth(2)
    .click()
  await times(page).last().click()
  await expect(page.getByText(steps.sure.was)).toBeVisible()
  await page.getByRole('button', { name: steps.sure.move }).click()
  await expect(page.getByRole('alert').filter({ hasText: mine.moved })).toBeVisible()
  await expect(card(page).getByRole('heading')).not.toHaveText(first)
  expect(await savedFile(page)).toContain('SEQUENCE:1')

  await page.getByRole('button', { name: mine.cancel }).click()
  await page.getByRole('button', { name: mine.cancelSure }).click()
  await expect(card(page).getByText(mine.states.cancelled)).toBeVisible()
  await expect(page.getByRole('link', { name: mine.move })).toHaveCount(0)
})

test('a guest makes an appointment by the keyboard, and comes back to it with number and code', async ({
  page,
  resident,
  signIn,
  otherPage,
}) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await page.getByRole('link', { name: mine.link }).click()
  await page.getByRole('link', { name: mine.make }).click()
  for (const name of [OFFICE, TOPIC]) {
    await page.getByRole('link', { name }).focus()
    await page.keyboard.press('Enter')
  }
  await page
    .getByRole('link', { name: /свободно: \d/ })
    .nth(1)
    .press('Enter')
  await times(page).nth(3).press('Enter')
  await page.getByLabel(steps.sure.email).fill('не адрес')
  await page.keyboard.press('Enter')
  await expect(page.getByText(steps.sure.emailFault)).toBeVisible()
  await page.getByLabel(steps.sure.email).fill('guest@example.ru')
  await page.keyboard.press('Enter')
  await expect(page.getByText(mine.reminded)).toBeVisible()
  const number = /A\d{4}-\d{7}-\d/.exec(await card(page).innerText())?.[0] ?? ''
  const code = await card(page).locator('.code').innerText()
  expect(await savedFile(page)).toContain(number)

  const later = await otherPage()
  await later.request.post('/api/v1/guest-session', { data: resident.entry })
  await later.goto('/cabinet/appointments')
  await expect(later.getByText(mine.none)).toBeVisible()
  await later.getByLabel(mine.find.number).fill(number)
  await later
    .getByLabel(mine.find.code)
    .fill(code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)))
  await later.getByRole('button', { name: mine.find.send }).click()
  await expect(later.getByText(russian.refused.not_found.title)).toBeVisible()
  await later.getByLabel(mine.find.code).fill(code)
  await later.getByRole('button', { name: mine.find.send }).click()
  await expect(card(later)).toContainText(number)
  await later.getByRole('link', { name: mine.move }).click()
  await later
    .getByRole('link', { name: /свободно: \d/ })
    .nth(3)
    .click()
  await times(later).first().click()
  await later.getByRole('button', { name: steps.sure.move }).click()
  await expect(card(later)).toContainText(number)
})

test('who is too late has the nearest times as buttons, and takes one of them', async ({
  page,
  given,
  resident,
  signIn,
  otherDevice,
}) => {
  await signIn(resident.entry)
  await page.goto('/cabinet/appointments/new')
  await chooseDay(page)
  await times(page).nth(5).click()
  await expect(page.getByRole('button', { name: steps.sure.send })).toBeVisible()
  const [officeId, topicId, , startsAt] = new URL(page.url()).pathname.split('/new/')[1]?.split('/') ?? []
  const quicker = await otherDevice((await given.account()).entry)
  const taken = await quicker.post('/api/v1/cabinet/appointments', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: {
      officeId,
      topicId,
      startsAt: decodeURIComponent(startsAt ?? ''),
      specialistId: null,
      language: 'ru',
    },
  })
  expect(taken.status()).toBe(201)
  await page.getByRole('button', { name: steps.sure.send }).click()

  const notice = page.getByRole('alert').filter({ hasText: steps.taken.title })
  await expect(notice.getByRole('link')).toHaveCount(6)
  await expectNoBarriers(page)
  const nearest = await notice.getByRole('link').first().innerText()
  await notice.getByRole('link').first().click()
  await expect(page.getByText(nearest)).toBeVisible()
  await page.getByRole('button', { name: steps.sure.send }).click()
  await expect(page.getByRole('alert').filter({ hasText: mine.booked })).toBeVisible()
})

test('a stranger chooses a time first, comes in by the door, and is back at it', async ({
  page,
  resident,
}) => {
  await page.goto('/offices')
  await page
    .getByRole('article')
    .filter({ hasText: OFFICE })
    .getByRole('link', { name: russian.offices.book })
    .click()
  await page.getByRole('link', { name: TOPIC }).click()
  await page
    .getByRole('link', { name: /свободно: \d/ })
    .nth(4)
    .click()
  await times(page).first().click()
  await fillEntry(page, resident.entry)
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByRole('button', { name: steps.sure.send }).click()
  await expect(page.getByRole('alert').filter({ hasText: mine.booked })).toBeVisible()
})

for (const { language, at, words } of [
  { language: 'ru', at: '', words: russian },
  { language: 'en', at: '/en', words: english },
]) {
  test(`nobody meets a barrier on the way to an office (${language})`, async ({ page, resident, signIn }) => {
    await page.goto(`${at}/offices`)
    await expect(page.getByRole('heading', { level: 1, name: words.offices.title })).toBeVisible()
    await expectNoBarriers(page)
    if (language === 'ru') await expectReadableInEveryLook(page)
    await signIn(resident.entry)
    await page.goto(`${at}/cabinet/appointments`)
    await page.getByRole('link', { name: words.mine.make }).click()
    for (const title of [words.steps.office.title, words.steps.topic.title]) {
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await expectNoBarriers(page)
      await page.locator('.ways a').first().click()
    }
    await expect(page.getByRole('heading', { level: 1, name: words.steps.day.title })).toBeVisible()
    await expect(page.locator('a.slot').first()).toBeVisible()
    await expectNoBarriers(page)
    if (language === 'ru') await expectReadableInEveryLook(page)
    await page.locator('a.slot').first().click()
    await expect(page.locator('.times a').first()).toBeVisible()
    await expectNoBarriers(page)
    await page.locator('.times a').first().click()
    await expect(page.getByRole('button', { name: words.steps.sure.send })).toBeVisible()
    await expectNoBarriers(page)
  })
}
