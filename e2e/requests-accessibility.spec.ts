import type { Page } from '@playwright/test'
import { requests as english } from '../apps/web/src/locales/en/requests.ts'
import { requests as russian } from '../apps/web/src/locales/ru/requests.ts'
import { requestKinds } from '../packages/contract/src/request-kinds/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { expect } from './fixtures.ts'
import { languages } from './languages.ts'
import { test } from './office.ts'

const kinds = Object.values(requestKinds).filter(({ isAbout }) => isAbout === 'account')

for (const { language, words, at } of languages) {
  const say = { ru: russian, en: english }[language]
  const open = async (page: Page, path: string) => {
    await page.goto(at(path))
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveAccessibleName(words.loading)
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  }
  const check = async (page: Page) => {
    await expectNoBarriers(page)
    if (language === 'ru') await expectReadableInEveryLook(page)
  }

  test.describe(`nobody who asks for something meets a barrier (${language})`, () => {
    test('in the catalogue and in the forms of every kind, faults included', async ({
      page,
      resident,
      signIn,
    }) => {
      test.slow()
      await signIn(resident.entry)
      await open(page, '/cabinet/requests')
      await check(page)
      for (const { name } of kinds) {
        await open(page, `/cabinet/requests/new/${name}`)
        await page.getByRole('button', { name: say.form.send }).click()
        await expect(page.getByText(say.form.fixFirst)).toBeVisible()
        await check(page)
      }
    })

    test('in a request with all that can be done to it', async ({ page, resident, signIn, office }) => {
      await signIn(resident.entry)
      await open(page, '/cabinet/requests/new/inspector_call')
      for (const box of await page.getByRole('checkbox').all()) await box.check()
      await page.getByRole('radio').first().check()
      await page.getByRole('button', { name: say.form.send }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.filed.title)
      await page.getByRole('button', { name: say.wish.withdraw }).click()
      await page.getByText(say.wish.more).click()
      await check(page)

      const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      await office.take(id)
      await office.ask(id, 'К'.repeat(400))
      await page.reload()
      await page.getByRole('button', { name: say.wish.sendReply }).click()
      await check(page)
    })

    test('at a door of those without an account', async ({ page }) => {
      await open(page, '/request')
      await page.getByRole('button', { name: say.track.open }).click()
      await check(page)
      await open(page, '/business/request-credentials')
      await page.getByRole('button', { name: say.form.send }).click()
      await check(page)
    })

    test('on the smallest screen nothing is cut off', async ({ page, resident, signIn }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await signIn(resident.entry)
      for (const path of ['/cabinet/requests', '/cabinet/requests/new/correction', '/request']) {
        await open(page, path)
        const [scrollWidth, clientWidth] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ])
        expect(scrollWidth, path).toBe(clientWidth)
      }
    })
  })
}
