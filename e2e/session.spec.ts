import type { BrowserContext } from '@playwright/test'
import { hashPassword } from '../apps/api/src/platform/passwords.ts'
import { PASSWORD, signInWith } from './entrance.ts'
import { test as base, expect } from './fixtures.ts'

/** The page of someone who has signed in with e-mail and password. */
const test = base.extend<{ signedInPerson: { email: string } }>({
  signedInPerson: async ({ page, given, db }, provide) => {
    const { id, email } = await given.person()
    await db.password.create({ data: { userId: id, hash: await hashPassword(PASSWORD) } })
    await page.goto('/login')
    await signInWith(page, 'Электронная почта', email ?? '', PASSWORD)
    await expect(page.getByRole('link', { name: 'Мои счета' })).toBeVisible()
    await provide({ email: email ?? '' })
  },
})

async function lose(context: BrowserContext, name: RegExp): Promise<void> {
  expect((await context.cookies()).some((cookie) => name.test(cookie.name))).toBe(true)
  await context.clearCookies({ name })
}

test('an access token that has run out is renewed unseen, once', async ({
  page,
  context,
  signedInPerson,
}) => {
  await lose(context, /rodnik-access$/)
  const renewals: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/session/refresh')) renewals.push(request.method())
  })
  await page.goto('/password')

  await expect(page.getByLabel('Нынешний пароль', { exact: true })).toBeVisible()
  expect(renewals).toEqual(['POST'])
  expect(signedInPerson.email).not.toBe('')
})

test('whoever is signed out for good signs in again and comes back to the same page', async ({
  page,
  context,
  signedInPerson,
}) => {
  await lose(context, /rodnik-(access|refresh)$/)
  await page.goto('/password')
  await expect(page).toHaveURL(/\/login$/)
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Войти' })).toBeVisible()
  await signInWith(page, 'Электронная почта', signedInPerson.email, PASSWORD)

  await expect(page).toHaveURL(/\/password$/)
})

test('a new password keeps the person here and is asked for next time', async ({ page, signedInPerson }) => {
  await page.goto('/password')
  await page.getByLabel('Нынешний пароль', { exact: true }).fill('не тот пароль')
  await page.getByLabel('Новый пароль', { exact: true }).fill('синий чайник на плите')
  await page.getByRole('button', { name: 'Сменить пароль' }).click()
  await expect(page.getByText('Нынешний пароль не подходит')).toBeVisible()
  await page.getByLabel('Нынешний пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Сменить пароль' }).click()
  await expect(page.getByText('Пароль изменён')).toBeVisible()

  await page.getByRole('button', { name: 'Выйти' }).click()
  await signInWith(page, 'Электронная почта', signedInPerson.email, 'синий чайник на плите')
  await expect(page.getByRole('link', { name: 'Мои счета' })).toBeVisible()
})

test('a visitor who never signed in asks for no session', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/')) asked.push(new URL(request.url()).pathname)
  })
  await page.goto('/')
  await expect(page.getByText('включительно')).toBeVisible()

  expect(asked).toEqual(['/api/v1/site'])
})
