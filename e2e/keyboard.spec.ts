import type { Locator, Page } from '@playwright/test'
import { face, meter, sendButton } from './cabinet.ts'
import { expect, test } from './fixtures.ts'

/** Presses Tab until the element has the focus; every stop on the way must be visible to the eye. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 25; presses++) {
    await page.keyboard.press('Tab')
    expect(await focusMark(page), 'the mark around the focused element').not.toBe('none')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab never reached ${String(target)}`)
}

/** The outline of what has the focus; for the meter face, whose native field is transparent, of its drums. */
const focusMark = (page: Page) =>
  page.evaluate(() => {
    const marked = document.activeElement?.closest('.face') ?? document.activeElement
    return marked ? getComputedStyle(marked).outlineStyle : 'none'
  })

test('a resident does the whole main job with a keyboard alone', async ({ page, resident: { entry } }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await tabTo(page, page.getByRole('textbox', { name: 'Лицевой счёт' }))
  await page.keyboard.type(entry.accountNumber)
  await tabTo(page, page.getByRole('textbox', { name: 'Дом' }))
  await page.keyboard.type(entry.house)
  await tabTo(page, page.getByRole('textbox', { name: 'Квартира' }))
  await page.keyboard.type(entry.flat)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Показания за ноябрь' })).toBeFocused()

  await tabTo(page, face(page, 'Холодная'))
  await page.keyboard.type('126,67')
  await page.keyboard.press('Enter')
  await expect(face(page, 'Горячая')).toBeFocused()
  await page.keyboard.type('88.000')
  await tabTo(page, sendButton(page))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Показания приняты' })).toBeFocused()

  await tabTo(page, page.getByRole('link', { name: 'Исправить показания' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Показания за ноябрь' })).toBeFocused()
  await expect(meter(page, 'Холодная')).toContainText('За ноябрь передано 126,670 м³')
})

test('the first press of Tab offers to skip to the content', async ({ page }) => {
  await page.goto('/services')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'К содержанию' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()

  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')

  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused()
})

test('a form sent empty leads the keyboard to its first field', async ({ page }) => {
  await page.goto('/pokazanie')
  await page.getByRole('textbox', { name: 'Дом' }).fill('12а')
  await page.keyboard.press('Enter')

  const account = page.getByRole('textbox', { name: 'Лицевой счёт' })
  await expect(account).toBeFocused()
  await expect(account).toHaveAccessibleDescription(/Введите номер лицевого счёта/)
})

test('sending leads the keyboard to the first reading that cannot be taken', async ({
  page,
  resident,
  signIn,
}) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('126,670')
  await face(page, 'Горячая').fill('87,000')
  await page.keyboard.press('Enter')

  await expect(face(page, 'Горячая')).toBeFocused()
  await expect(face(page, 'Горячая')).toHaveAccessibleDescription(/меньше прошлого показания/)
  await expect(face(page, 'Горячая')).toHaveAttribute('aria-invalid', 'true')
})

test('sending an empty table leads the keyboard to the first meter', async ({ page, resident, signIn }) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await sendButton(page).press('Enter')

  await expect(page.getByRole('alert')).toContainText('Введите показание хотя бы одного счётчика')
  await expect(face(page, 'Холодная')).toBeFocused()
})
