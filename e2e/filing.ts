import { expect, type Page } from '@playwright/test'

export const heading = (page: Page) => page.getByRole('heading', { level: 1 })
export const send = (page: Page) => page.getByRole('button', { name: 'Отправить заявку' }).click()

/** The request that has just been taken in: its id from the address, its number from the page. */
export async function filed(page: Page) {
  await expect(heading(page)).toHaveText('Заявка принята')
  const access = page.getByRole('region', { name: 'Номер и код заявки' })
  await expect(access.getByText(/^R2611-\d{7}-\d$/)).toBeVisible()
  await expect(access.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toBeVisible()
  return {
    id: new URL(page.url()).pathname.split('/').at(-1) ?? '',
    number: (await access.getByText(/^R2611-\d{7}-\d$/).textContent()) ?? '',
    code: (await access.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? '',
  }
}

/** From the first click in the cabinet to the form of a kind. */
export async function ask(page: Page, what: string) {
  await page.getByRole('link', { name: /^Заявки и обращения/ }).click()
  await page.getByRole('link', { name: what }).click()
  await expect(heading(page)).toHaveText(what)
}

export const pick = (page: Page, name: string) => page.getByRole('radio', { name }).check()
export const type = (page: Page, name: string, text: string) => page.getByRole('textbox', { name }).fill(text)
export const day = (page: Page, name: string, iso: string) => page.getByLabel(name).fill(iso)

export const appeal = async (page: Page) => {
  await pick(page, 'Жалоба')
  await type(page, 'О чём, одной строкой', 'Слабый напор')
  await type(page, 'Расскажите подробнее', 'Второй день слабый напор.')
  await send(page)
}
