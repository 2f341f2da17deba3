import { face, meter, sendButton } from './cabinet.ts'
import { expect, test } from './fixtures.ts'

test('someone who reads English does the main job in English', async ({ page, resident: { entry } }) => {
  await page.goto('/en')
  await page.getByRole('textbox', { name: 'Account number' }).fill(entry.accountNumber)
  await page.getByRole('textbox', { name: 'House' }).fill(entry.house)
  await page.getByRole('textbox', { name: 'Flat' }).fill(entry.flat)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Readings for November' })).toBeVisible()
  await face(page, 'Cold water').fill('126.67')
  await expect(meter(page, 'Cold water')).toContainText('3.214 m³')
  await sendButton(page).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Readings accepted' })).toBeVisible()
  await expect(page).toHaveURL(/\/en\/cabinet\/submissions\/2611-/)
  await expect(page).toHaveTitle(/^Confirmation 2611-\d{7}-\d — Rodnik$/)
  await expect(page.getByRole('main')).toContainText('126.670 m³')
})

test('the language link stays on the same page', async ({ page, resident, signIn }) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/cabinet$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Readings for November')

  await page.getByRole('link', { name: 'Русский' }).click()

  await expect(page).toHaveURL(/[^n]\/cabinet$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Показания за ноябрь')
})

test('digits typed before the language is changed are still there after it', async ({
  page,
  resident,
  signIn,
}) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('126,67')
  await page.getByRole('link', { name: 'English' }).click()

  await expect(face(page, 'Cold water')).toHaveValue('126,67')
})

for (const [address, language, title] of [
  ['/', 'ru', 'Родник'],
  ['/services', 'ru', 'Родник'],
  ['/en', 'en', 'Rodnik'],
  ['/en/help/account-number', 'en', 'Rodnik'],
] as const) {
  test(`the page ${address} tells screen readers that it is in ${language}`, async ({ page }) => {
    await page.goto(address)

    await expect(page).toHaveTitle(new RegExp(` — ${title}$`))
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
  })
}
