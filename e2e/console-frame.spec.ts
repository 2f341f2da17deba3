import type { Page } from '@playwright/test'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

const { frame, palette, search, letters, organisations } = russian

/** The page itself, not the shape of it that stands there while it loads. */
const isAt = (page: Page, title: string) =>
  expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()

test('an operator opens an account by Ctrl+K, its address and Enter, without a mouse', async ({
  page,
  given,
  atDesk,
}) => {
  const { number, id } = await given.account({ street: 'улица Палитровая' })
  await atDesk(['operator'])
  await page.goto('/staff/letters')
  await isAt(page, letters.title)
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: palette.label })
  await expect(field).toBeFocused()
  await page.keyboard.type('палитровая 12а-45')
  const option = page.getByRole('option', { name: 'улица Палитровая, 12а-45' })
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await expect(option).toContainText(number.slice(-2))
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(new RegExp(`/staff/accounts/${id}$`))
})

test('the arrows go round the sections, and the field tells a screen reader which one is chosen', async ({
  page,
  atDesk,
}) => {
  await atDesk(['operator'])
  await page.goto('/staff')
  await page.getByRole('button', { name: frame.find }).click()
  const chosen = page.getByRole('option', { selected: true })
  await expect(chosen).toHaveText(frame.sections.search)
  await page.keyboard.press('ArrowUp')
  await expect(chosen).toHaveText(frame.sections.letters)
  const field = page.getByRole('combobox')
  await expect(field).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? 'none')
  await page.keyboard.press('Enter')

  await isAt(page, letters.title)
})

test('g and a letter lead to a section; typed into a field they are letters', async ({ page, atDesk }) => {
  await atDesk(['operator'])
  await page.goto('/staff/letters')
  await isAt(page, letters.title)
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await isAt(page, organisations.title)

  await page.keyboard.press('/')
  await page.keyboard.type('gl/?')
  await expect(page.getByRole('searchbox')).toHaveValue('gl/?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the keys can be switched off, and stay so', async ({ page, atDesk }) => {
  await atDesk(['operator'])
  await page.goto('/staff/letters')
  await isAt(page, letters.title)
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(frame.sections.organisations)
  await dialog.getByRole('checkbox', { name: frame.keys.isOn }).uncheck()
  await dialog.getByRole('button', { name: frame.keys.close }).click()
  await page.reload()
  await isAt(page, letters.title)
  for (const key of ['?', 'g', 'o']) await page.keyboard.press(key)

  await isAt(page, letters.title)
  await expect(dialog).toHaveCount(0)
})

test('hidden sections and folded groups stay so when the page is opened anew', async ({ page, atDesk }) => {
  await atDesk(['administrator'])
  await page.goto('/staff')
  const money = page.getByText(frame.groups.money, { exact: true })
  await money.click()
  await expect(page.getByRole('link', { name: frame.sections.billing })).toBeHidden()
  await page.reload()
  await expect(money).toBeVisible()
  await expect(page.getByRole('link', { name: frame.sections.billing })).toBeHidden()

  const button = page.getByRole('button', { name: frame.sectionsButton })
  await button.click()
  await page.reload()
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(page.getByRole('navigation')).toHaveCount(0)
})

test('on a phone the sections come when they are asked for, and go with the choice', async ({
  page,
  atDesk,
}) => {
  await page.setViewportSize({ width: 375, height: 800 })
  await atDesk(['administrator'])
  await page.goto('/staff')
  await isAt(page, search.title)
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await page.getByRole('button', { name: frame.sectionsButton }).click()
  await page.getByRole('link', { name: frame.sections.letters }).click()

  await isAt(page, letters.title)
  await expect(page.getByRole('navigation')).toHaveCount(0)
})

test('nobody meets a barrier in the frame of the console', async ({ page, atDesk }) => {
  await atDesk(['administrator'])
  await page.goto('/staff')
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)
  await page.getByRole('dialog').getByRole('button', { name: frame.keys.title }).click()
  await expect(page.getByRole('checkbox', { name: frame.keys.isOn })).toBeVisible()
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)
})
