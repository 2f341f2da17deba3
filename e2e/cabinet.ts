import type { Page } from '@playwright/test'
import type { Entry } from './fixtures.ts'

/** The row of a meter, by the water it counts and, where there are several, by its place or number. */
export const meter = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name }) })

/** The field that looks like the face of the meter. */
export const face = (page: Page, name: string) => meter(page, name).getByRole('textbox')

export const sendButton = (page: Page) =>
  page.getByRole('button', { name: /^(Передать показания|Send readings)$/ })

/** Fills in the «Личный кабинет» window of the page that is open. */
export async function fillEntry(page: Page, { accountNumber, house, flat }: Entry): Promise<void> {
  await page.getByRole('textbox', { name: 'Лицевой счёт' }).fill(accountNumber)
  await page.getByRole('textbox', { name: 'Дом' }).fill(house)
  await page.getByRole('textbox', { name: 'Квартира' }).fill(flat)
}

export async function enterFromHome(page: Page, entry: Entry): Promise<void> {
  await page.goto('/')
  await fillEntry(page, entry)
  await page.getByRole('button', { name: 'Войти' }).click()
}
