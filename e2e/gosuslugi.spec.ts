import type { Page } from '@playwright/test'
import { expectNoBarriers } from './barriers.ts'
import { expect, test } from './fixtures.ts'

const choose = (page: Page, person: string) => page.getByRole('button', { name: person }).click()

async function goToGosuslugi(page: Page, start = '/login'): Promise<void> {
  await page.goto(start)
  await page.getByRole('button', { name: /^(Вход через Госуслуги|Sign in with Gosuslugi)/ }).click()
  await expect(page.getByRole('heading', { name: 'Кем войти на портал?' })).toBeVisible()
}

// One after another: the second visit needs the profile that the first one made.
test('a newcomer enters by Gosuslugi, agrees once, and the next time simply comes in', {
  tag: '@phone',
}, async ({ page, db }) => {
  await db.externalIdentity.deleteMany({ where: { fullName: { startsWith: 'Ким' } } })
  await goToGosuslugi(page)
  await choose(page, 'Ким Виктория')
  await expect(page).toHaveURL(/\/gosuslugi$/)
  await expect(page.getByRole('main')).toContainText('Виктория')
  await expectNoBarriers(page)
  await page.getByRole('checkbox', { name: /согласие/ }).check()
  await page.getByRole('main').getByRole('button').last().click()
  await expect(page.getByRole('heading', { name: 'Здесь будут ваши лицевые счета' })).toBeVisible()

  await page.getByRole('button', { name: 'Выйти' }).click()
  await expect(page.getByText('Вы вышли из личного кабинета')).toBeVisible()
  await goToGosuslugi(page)
  await choose(page, 'Ким Виктория')

  await expect(page.getByRole('heading', { name: 'Здесь будут ваши лицевые счета' })).toBeVisible()
})

test('an unconfirmed account is told what to do, and another way in is open', async ({ page }) => {
  await goToGosuslugi(page)
  await choose(page, 'Соколов Дмитрий')

  await expect(page.getByRole('heading', { level: 1 })).toContainText(/не подтвержд/)
  await expectNoBarriers(page)
  await page.getByRole('main').getByRole('link').last().click()
  await expect(page).toHaveURL(/\/login$/)
})

test('whoever changes their mind there may try again here', async ({ page }) => {
  await goToGosuslugi(page)
  await choose(page, 'Отказаться от входа')

  await expect(page).toHaveURL(/\/gosuslugi$/)
  await expect(page.getByRole('main').getByRole('button')).toBeVisible()
})

test('a visitor who began in English comes back in English', async ({ page }) => {
  await goToGosuslugi(page, '/en/login')
  await choose(page, 'Отказаться от входа')

  await expect(page).toHaveURL(/\/en\/gosuslugi$/)
  await expectNoBarriers(page)
})

test('the address of the return is no use to anyone else', async ({ page, browser, expectedErrors }) => {
  expectedErrors.push(/ERR_FAILED/)
  await goToGosuslugi(page)
  const returned = page.waitForRequest((request) => /\/gosuslugi\?/.test(request.url()))
  await page.route('**/api/v1/esia/returns', (route) => route.abort())
  await choose(page, 'Валеев Рустам')
  const address = (await returned).url()

  const thief = await (await browser.newContext({ baseURL: process.env['E2E_BASE_URL'] ?? '' })).newPage()
  await thief.goto(address)

  await expect(thief.getByRole('main').getByRole('button')).toBeVisible()
  expect((await thief.request.get('/api/v1/session', { failOnStatusCode: false })).status()).toBe(401)
  await thief.context().close()
})
