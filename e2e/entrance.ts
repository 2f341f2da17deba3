import { randomInt } from 'node:crypto'
import type { Page, Response } from '@playwright/test'
import type { Db } from '../apps/api/src/platform/db.ts'
import type { HumanForm } from '../packages/contract/src/human-check.ts'
import { expect } from './fixtures.ts'
import { letterTo, linkIn } from './mailbox.ts'
import { readPicture } from './picture.ts'

export const PASSWORD = 'жёлтый лист клёна'

export const newEmail = () => `anna-${randomInt(1e12)}@example.ru`

export const isNewPicture = (response: Response) =>
  response.url().endsWith('/picture-codes') && response.status() === 201

export const passwordField = (page: Page, name: string) => page.getByLabel(name, { exact: true })

/** Opens a page whose form asks for a picture, and reads it. */
async function openWithPicture(page: Page, db: Db, path: string, form: HumanForm): Promise<void> {
  const drawn = page.waitForResponse(isNewPicture)
  await page.goto(path)
  const { id } = (await (await drawn).json()) as { id: string }
  await expect(page.getByRole('img', { name: /Картинка с цифрами/ })).toBeVisible()
  await page.getByRole('textbox', { name: 'Цифры с картинки' }).fill(await readPicture(db, id, form))
}

/** Fills the registration in and sends it. */
export async function register(page: Page, db: Db, email: string): Promise<void> {
  await openWithPicture(page, db, '/register', 'registration')
  await page.getByRole('textbox', { name: 'Электронная почта' }).fill(email)
  await passwordField(page, 'Пароль').fill(PASSWORD)
  await page.getByRole('textbox', { name: 'Мобильный телефон' }).fill('8 (912) 345-67-89')
  await page.getByRole('checkbox', { name: /согласие/ }).check()
  await page.getByRole('button', { name: 'Отправить письмо для активации аккаунта' }).click()
  await expect(page.getByRole('heading', { name: 'Письмо отправлено' })).toBeVisible()
}

/** Asks for a new password and gives the link that the letter brings. */
export async function askForReset(page: Page, db: Db, email: string): Promise<string> {
  await openWithPicture(page, db, '/forgot', 'password_reset')
  await page.getByRole('textbox', { name: 'Электронная почта' }).fill(email)
  await page.getByRole('button', { name: 'Отправить письмо' }).click()
  await expect(page.getByRole('heading', { name: 'Письмо отправлено' })).toBeVisible()
  return linkIn(await letterTo(email, 'пароль'))
}

/** Types e-mail or login and password, and presses «Вход». */
export async function signInWith(page: Page, field: string, login: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: field }).fill(login)
  await passwordField(page, 'Пароль').fill(password)
  await page.getByRole('button', { name: 'Вход', exact: true }).click()
}
