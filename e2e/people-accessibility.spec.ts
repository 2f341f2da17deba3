import type { Page } from '@playwright/test'
import { accounts as accountsInEnglish } from '../apps/web/src/locales/en/accounts.ts'
import { profile as profileInEnglish } from '../apps/web/src/locales/en/profile.ts'
import { accounts as accountsInRussian } from '../apps/web/src/locales/ru/accounts.ts'
import { profile as profileInRussian } from '../apps/web/src/locales/ru/profile.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { expect } from './fixtures.ts'
import { languages } from './languages.ts'
import { letterTo, linkIn } from './mailbox.ts'
import { test } from './person.ts'

const topics = {
  ru: { accounts: accountsInRussian, profile: profileInRussian },
  en: { accounts: accountsInEnglish, profile: profileInEnglish },
}

for (const { language, words, at } of languages) {
  const { accounts, profile } = topics[language]
  const open = async (page: Page, path: string) => {
    await page.goto(at(path))
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveAccessibleName(words.loading)
  }
  const check = async (page: Page) => {
    await expectNoBarriers(page)
    if (language === 'ru') await expectReadableInEveryLook(page)
  }

  test.describe(`nobody signed in meets a barrier (${language})`, () => {
    test('with no account, and in each way of linking one', async ({ page, aPerson, enter }) => {
      await enter(page, await aPerson())
      await open(page, '/my')
      await check(page)

      await open(page, '/my/link')
      for (const way of Object.values(accounts.link.ways)) {
        await page.getByRole('radio', { name: way }).check()
        await page.getByRole('button', { name: accounts.link.send }).click()
        await check(page)
      }
    })

    test('with accounts, their cabinet and their settings', async ({
      page,
      resident,
      given,
      aPerson,
      enter,
    }) => {
      const owner = await aPerson()
      const helper = await aPerson({ name: 'Пётр' })
      const other = await given.account()
      await given.link(owner.id, resident.accountId)
      await given.link(owner.id, other.id, { role: 'helper', canSubmit: false })
      await given.link(helper.id, resident.accountId, { role: 'helper' })
      await enter(page, owner)
      await page.request.post(`/api/v1/my/accounts/${resident.accountId}/helpers`, {
        data: { email: 'cousin@example.ru', canSubmit: true, canPay: false, until: '2027-01-31' },
      })
      await open(page, '/my')
      await check(page)
      await open(page, `/my/accounts/${resident.accountId}`)
      await page.getByText(accounts.cabinet.others).click()
      await check(page)
      await open(page, `/my/accounts/${other.id}`)
      await check(page)

      await open(page, `/my/accounts/${resident.accountId}/settings`)
      await page.getByRole('button', { name: accounts.helpers.of(accounts.helpers.change, 'Пётр') }).click()
      await page.getByRole('button', { name: accounts.helpers.send }).click()
      await page.getByRole('button', { name: accounts.settings.unlink.ask }).click()
      await expect(page.getByText('cousin@example.ru').first()).toBeVisible()
      await check(page)
    })

    test('in an invitation, before and after signing in', async ({
      page,
      resident,
      given,
      aPerson,
      enter,
    }) => {
      const [owner, helper] = [await aPerson(), await aPerson()]
      await given.link(owner.id, resident.accountId)
      await enter(page, owner)
      await page.request.post(`/api/v1/my/accounts/${resident.accountId}/helpers`, {
        data: { email: helper.email, canSubmit: true, canPay: true },
      })
      const { hash } = new URL(linkIn(await letterTo(helper.email, 'помочь')))
      await page.context().clearCookies()
      await enter(page, helper)
      await open(page, `/invitation${hash}`)
      await expect(page.getByRole('button', { name: accounts.invitation.accept })).toBeVisible()
      await check(page)
      await page.getByRole('button', { name: accounts.invitation.accept }).click()
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(accounts.invitation.title)
      await open(page, '/invitation')
      await expect(page.getByRole('heading', { name: accounts.invitation.notValid.title })).toBeVisible()
      await check(page)
    })

    test('in the profile with a change of e-mail under way, faults and the question of deletion', async ({
      page,
      aPerson,
      enter,
    }) => {
      await enter(page, await aPerson({ name: 'Анна' }))
      await open(page, '/profile')
      await page.getByRole('button', { name: profile.email.send }).click()
      await page.getByRole('button', { name: profile.remove.ask }).click()
      await page.getByRole('button', { name: profile.remove.send }).click()
      await expect(page.getByText(profile.faults.word(profile.remove.word), { exact: true })).toBeVisible()
      await check(page)

      await open(page, '/confirm-email')
      await check(page)
      await open(page, `/confirm-email#t=${'a'.repeat(43)}`)
      await check(page)
    })
  })
}

test('the sum of a receipt is shown on a drawing, and its refusal names every cause', async ({
  page,
  resident,
  aPerson,
  enter,
}) => {
  await enter(page, await aPerson())
  await page.goto('/my/link')
  await page.getByRole('radio', { name: 'Суммой из квитанции' }).check()
  await expect(page.getByRole('img', { name: /нужна строка «Итого за месяц»/ })).toBeVisible()
  const amount = page.getByRole('textbox', { name: 'Итого за последний месяц, ₽' })
  await amount.fill('268,285')
  await page.getByRole('button', { name: 'Добавить счёт' }).click()
  await expect(page.getByText('Введите рубли и копейки, например 268,28')).toBeVisible()
  await expectNoBarriers(page)

  await page.getByRole('textbox', { name: 'Лицевой счёт' }).fill(resident.entry.accountNumber)
  await amount.fill('268.28')
  await page.getByRole('button', { name: 'Добавить счёт' }).click()
  await expect(page.getByRole('alert')).toContainText('такую сумму легко угадать')
})
