import { words as english } from '../apps/web/src/locales/en/staff/index.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

for (const { at, words, language } of [
  { language: 'ru', at: '', words: russian },
  { language: 'en', at: '/en', words: english },
]) {
  test(`nobody meets a barrier in the console (${language})`, async ({ page, given, db, atDesk }) => {
    const check = async () => {
      await expectNoBarriers(page)
      if (language === 'ru') await expectReadableInEveryLook(page)
    }
    const { id, number } = await given.account({ street: `улица Длинная ${language}` })
    await db.account.update({ where: { id }, data: { holderName: 'Петрова-Водкина Анна Сергеевна' } })
    await given.meter(id)
    await given.meter(id, { service: 'hot', serial: '00000001', removedOn: '2026-11-10', readings: {} })
    const person = await given.person({ name: 'Анна', phone: '+79123456789' })
    await given.link(person.id, id)
    await db.letter.create({
      data: {
        toAddress: 'anna@example.ru',
        language: 'ru',
        template: 'activation',
        state: 'rejected',
        lastError: '550 5.1.1 no such user',
      },
    })

    await page.goto(`${at}/staff/login`)
    await page.getByRole('button', { name: words.entry.login.enter }).click()
    await expect(page.getByText(words.entry.login.faults.email)).toBeVisible()
    await check()

    await atDesk(['operator', 'administrator'], 'Константин Константинопольский')
    await page.goto(`${at}/staff?query=${encodeURIComponent('длинная')}`)
    await expect(page.getByRole('table').getByRole('link').first()).toBeVisible()
    await check()

    await page.goto(`${at}/staff/accounts/${id}`)
    await expect(page.getByRole('region', { name: words.account.meters.title })).toBeVisible()
    await check()
    await page.getByRole('button', { name: words.account.code.tell }).click()
    await expect(page.getByRole('dialog').locator('.secret')).toBeVisible()
    await check()

    await page.goto(`${at}/staff/people/${person.id}`)
    await page.getByRole('button', { name: words.people.actions.disable.button }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.people.actions.disable.button }).click()
    await expect(page.getByText(words.people.reason.fault)).toBeVisible()
    await check()

    await page.goto(`${at}/staff/letters`)
    await expect(page.getByRole('table')).toContainText('550 5.1.1')
    await check()

    await page.goto(`${at}/staff/members`)
    await expect(page.getByRole('table')).toBeVisible()
    await check()
    await page.getByRole('button', { name: words.people.members.add }).click()
    await check()

    await page.goto(`${at}/staff/audit?account=${number}`)
    await expect(page.getByRole('table')).toBeVisible()
    await check()
  })
}
