import type { Page } from '@playwright/test'
import { expectNoBarriers } from './barriers.ts'
import { face, sendButton } from './cabinet.ts'
import { expect, test } from './fixtures.ts'
import { linkInQr } from './qr.ts'

/** What the eye gets: the size of the text and the colours of the page. */
const looks = (page: Page) =>
  page.evaluate(() => {
    const { fontSize, backgroundColor, color } = getComputedStyle(document.body)
    return { sizePx: Number.parseFloat(fontSize), paper: backgroundColor, ink: color }
  })

test('large print is one press away and is remembered', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/')
  const usual = await looks(page)
  await page.getByRole('button', { name: 'Крупный шрифт' }).click()
  await page.getByLabel('Цвета').selectOption('Белым по чёрному')
  const large = await looks(page)
  expect(large.sizePx).toBeGreaterThanOrEqual(1.3 * usual.sizePx)
  expect(large).toMatchObject({ paper: 'rgb(0, 0, 0)', ink: 'rgb(255, 255, 255)' })

  await page.goto('/services')
  expect(await looks(page)).toEqual(large)
  await page.getByRole('button', { name: 'Обычный шрифт' }).click()

  await page.reload()
  expect(await looks(page)).toEqual(usual)
})

test('a dark page is chosen once and is dark before the first paint of the next', async ({ page }) => {
  await page.goto('/')
  const light = await looks(page)
  await page.getByLabel('Оформление').selectOption('тёмное')
  const dark = await looks(page)
  expect(dark.paper).not.toBe(light.paper)

  await page.route('**/assets/*.js', () => {})
  await page.goto('/services', { waitUntil: 'commit' })
  await page.waitForFunction(() => document.body && document.styleSheets.length > 0)

  expect((await looks(page)).paper).toBe(dark.paper)
})

test('without a choice the page is as dark as the device', async ({ page }) => {
  await page.goto('/')
  const light = await looks(page)
  await page.emulateMedia({ colorScheme: 'dark' })

  expect((await looks(page)).paper).not.toBe(light.paper)
})

test('a printed confirmation has the number, the QR code and its address, and nothing to press', async ({
  page,
  resident,
  signIn,
}) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('126,670')
  await sendButton(page).click()
  await expect(page.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()
  const checkPage = new URL(await linkInQr(page.getByRole('img', { name: /^QR-код/ })))
  const address = page.getByText(`или откройте ${checkPage.host}${checkPage.pathname}`)
  await expect(address).toBeHidden()

  await page.emulateMedia({ media: 'print' })

  await expect(page.getByText(/^Номер подтверждения 2611-/)).toBeVisible()
  await expect(page.getByText('126,670 м³')).toBeVisible()
  await expect(page.getByRole('img', { name: /^QR-код/ })).toBeVisible()
  await expect(address).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('contentinfo')).toHaveCount(0)
  await expect(page.getByRole('button')).toHaveCount(0)
  expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('nobody meets a barrier where the colours of large print are chosen', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Крупный шрифт' }).click()
  await expect(page.getByLabel('Цвета')).toBeVisible()

  await expectNoBarriers(page)
})
