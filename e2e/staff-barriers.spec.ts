import type { Page } from '@playwright/test'
import { words as english } from '../apps/web/src/locales/en/staff/index.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

for (const { at, words, language } of [
  { language: 'ru', at: '', words: russian },
  { language: 'en', at: '/en', words: english },
]) {
  const { entry, account, people, meters } = words
  const check = async (page: Page) => {
    await expectNoBarriers(page)
    if (language === 'ru') await expectReadableInEveryLook(page)
  }

  test.describe(`nobody meets a barrier in the console (${language})`, () => {
    test('at the door', async ({ page }) => {
      await page.goto(`${at}/staff/login`)
      await page.getByRole('button', { name: entry.login.enter }).click()
      await expect(page.getByText(entry.login.faults.email)).toBeVisible()
      await check(page)
    })

    test('where the second factor is given and set up', async ({ page, db, given, comeIn }) => {
      const user = await given.person({ roles: ['operator'] })
      await comeIn(user)
      await db.session.updateMany({ where: { userId: user.id }, data: { isComplete: false } })
      await page.goto(`${at}/staff`)
      await page.getByRole('button', { name: entry.code.enter, exact: true }).click()
      await expect(page.getByText(entry.code.faults.code, { exact: true })).toBeVisible()
      await check(page)

      await db.secondFactor.deleteMany({ where: { userId: user.id } })
      await page.goto(`${at}/staff`)
      await expect(page.getByRole('img', { name: entry.authenticator.qr })).toBeVisible()
      await check(page)
    })

    test('in the search and on the card of an account', async ({ page, db, given, atDesk }) => {
      const street = `улица Длинная ${language}`
      const { id } = await given.account({ street })
      await db.account.update({ where: { id }, data: { holderName: 'Петрова-Водкина Анна Сергеевна' } })
      await given.meter(id)
      await given.meter(id, { service: 'hot', serial: '00000001', removedOn: '2026-11-10', readings: {} })
      await given.link((await given.person({ name: 'Анна', phone: '+79123456789' })).id, id)
      await atDesk(['operator', 'administrator'], 'Константин Константинопольский')
      await page.goto(`${at}/staff?query=${encodeURIComponent(street)}`)
      await expect(page.getByRole('table').getByRole('link')).toHaveCount(1)
      await check(page)

      await page.getByRole('table').getByRole('link').click()
      await expect(page.getByRole('region', { name: meters.title })).toBeVisible()
      await check(page)
      await page.getByRole('button', { name: account.code.tell }).click()
      await expect(page.getByRole('dialog').locator('.secret')).toBeVisible()
      await check(page)
    })

    test('on the page of a person and in the letters', async ({ page, db, given, atDesk }) => {
      const person = await given.person({ name: 'Анна', phone: '+79123456789' })
      const { disable } = people.actions
      await db.letter.create({
        data: {
          toAddress: 'anna@example.ru',
          language: 'ru',
          template: 'activation',
          state: 'rejected',
          lastError: '550 5.1.1 no such user',
        },
      })
      await atDesk(['operator'])
      await page.goto(`${at}/staff/people/${person.id}`)
      await page.getByRole('button', { name: disable.button }).click()
      await page.getByRole('dialog').getByRole('button', { name: disable.button }).click()
      await expect(page.getByText(people.reason.fault)).toBeVisible()
      await check(page)

      await page.goto(`${at}/staff/letters`)
      await expect(page.getByRole('table')).toContainText('550 5.1.1')
      await check(page)
    })

    test('in the list of members and in the log', async ({ page, atDesk }) => {
      await atDesk(['administrator'])
      await page.goto(`${at}/staff/members`)
      await expect(page.getByRole('table')).toBeVisible()
      await page.getByRole('button', { name: people.members.add }).click()
      await page.getByRole('dialog').getByRole('button', { name: people.members.add }).click()
      await expect(page.getByText(people.members.faults.roles)).toBeVisible()
      await check(page)

      await page.goto(`${at}/staff/audit`)
      await expect(page.getByRole('table')).toBeVisible()
      await check(page)
    })
  })
}
