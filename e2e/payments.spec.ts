import type { Page } from '@playwright/test'
import { hashPassword } from '../apps/api/src/platform/passwords.ts'
import { aLegalEntity } from '../apps/api/test/organisations.ts'
import { owes } from '../apps/api/test/paying.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { PASSWORD } from './entrance.ts'
import { expect } from './fixtures.ts'
import { languages } from './languages.ts'
import { letterTo } from './mailbox.ts'
import { test } from './person.ts'
import { linkInQr } from './qr.ts'

/** What somebody does on the page of the bank. */
const atTheBank = (page: Page, button: RegExp) => page.getByRole('button', { name: button }).click()

const payButton = (page: Page) => page.getByRole('button', { name: /^Оплатить/ })

test('a guest pays the bill by card in a minute, without commission @phone', async ({
  page,
  db,
  resident: { accountId, entry },
  signIn,
}) => {
  await owes({ db }, accountId, 46_179)
  await signIn(entry)
  await page.goto('/cabinet/pay')
  await expect(page.getByText('Без комиссии: сколько заплатите, столько и зачтём.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Сколько заплатить за воду, ₽' })).toHaveValue('461,79')
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)
  await page.getByRole('button', { name: 'Оплатить 461,79 ₽' }).click()

  await expect(page).toHaveURL(/127\.0\.0\.1/)
  await atTheBank(page, /Оплатить/)
  await expect(page.getByRole('heading', { level: 1, name: 'Оплачено' })).toBeVisible()
  await expect(page.getByText('Деньги зачтены на лицевой счёт. Комиссии нет.')).toBeVisible()
  await expectNoBarriers(page)

  await page.goto('/cabinet/pay')
  await expect(page.getByText('Недавно уже платили')).toBeVisible()
  await expect(page.getByText(/461,79\s₽, \d\d\.11\.2026, на сайте/)).toBeVisible()
  await expect(page.getByText('Долга нет. Можно заплатить вперёд.')).toBeVisible()
})

test('a guest pays by the code of СБП that a phone reads off the screen', async ({
  page,
  db,
  resident: { accountId, entry },
  signIn,
}) => {
  await owes({ db }, accountId, 30_000)
  await signIn(entry)
  for (const { at } of languages) {
    await page.goto(at('/cabinet/pay'))
    await expect(page.getByRole('radio')).toHaveCount(2)
    await expectNoBarriers(page)
  }
  await page.goto('/cabinet/pay')
  await page.getByRole('radio', { name: 'Через СБП' }).check()
  await payButton(page).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Оплата через СБП' })).toBeVisible()
  await expectNoBarriers(page)

  const link = await linkInQr(page.getByRole('img', { name: 'QR-код СБП на 300,00 ₽' }))
  expect(link).toBe(await page.getByRole('link', { name: 'Открыть приложение банка' }).getAttribute('href'))
  await fetch(link)
  await expect(page.getByRole('heading', { level: 1, name: 'Оплачено' })).toBeVisible({ timeout: 30_000 })
})

test('a resident pays a part with two clicks and in two tabs, and is charged once', async ({
  page,
  db,
  given,
  aPerson,
  enter,
}) => {
  const person = await aPerson()
  const account = await given.account()
  await given.link(person.id, account.id)
  await owes({ db }, account.id, 50_000, 700)
  await enter(page, person)
  await page.goto('/my/pay')
  await expect(page.getByText('507,00 ₽').first()).toBeVisible()
  await page.getByRole('checkbox', { name: 'И пени 7,00 ₽' }).uncheck()
  await page.getByRole('textbox', { name: 'Сколько заплатить за воду, ₽' }).fill('двести')
  await payButton(page).click()
  await expect(page.getByText('Впишите сумму в рублях, например 461,79')).toBeVisible()
  await expectNoBarriers(page)
  await page.getByRole('textbox', { name: 'Сколько заплатить за воду, ₽' }).fill('200')
  await page.getByRole('button', { name: 'Оплатить 200,00 ₽' }).dblclick()
  await expect(page).toHaveURL(/127\.0\.0\.1/)
  const bank = page.url()

  const second = await page.context().newPage()
  await second.goto('/my/pay')
  await expect(second.getByText('Есть платёж в пути')).toBeVisible()
  await second.getByRole('checkbox', { name: 'И пени 7,00 ₽' }).uncheck()
  await second.getByRole('textbox', { name: 'Сколько заплатить за воду, ₽' }).fill('200')
  await payButton(second).click()
  await expect(second).toHaveURL(bank)
  await second.close()

  await atTheBank(page, /Оплатить/)
  await expect(page.getByRole('heading', { level: 1, name: 'Оплачено' })).toBeVisible()
  expect((await letterTo(person.email, 'Платёж получен')).text).toContain('200,00')
  expect(await db.payment.count({ where: { userId: person.id } })).toBe(1)
})

test('whoever is refused by the bank, or leaves it, is told what happened and what to do', async ({
  page,
  db,
  resident: { accountId, entry },
  signIn,
}) => {
  await owes({ db }, accountId, 30_000)
  await signIn(entry)
  await page.goto('/cabinet/pay')
  await payButton(page).click()
  await atTheBank(page, /Уйти/)
  await expect(page.getByRole('heading', { level: 1, name: 'Ждём ответ банка' })).toBeVisible()
  await expectNoBarriers(page)
  await page.getByRole('link', { name: 'Вернуться на страницу банка' }).click()
  for (let attempt = 1; attempt <= 3; attempt++) await atTheBank(page, /Банк отказывает/)
  await expect(page.getByRole('heading', { level: 1, name: 'Оплата не прошла' })).toBeVisible()
  await expectNoBarriers(page)
  await page.getByRole('link', { name: 'Попробовать ещё раз' }).click()
  await expect(payButton(page)).toBeVisible()
})

test('an organisation finds its invoice where it pays', async ({ page, given, db }) => {
  const person = await given.person({ kind: 'organisation' })
  await db.password.create({ data: { userId: person.id, hash: await hashPassword(PASSWORD) } })
  const account = await given.account({ kind: 'legal' })
  const { kind, name, inn, kpp, ogrn } = aLegalEntity()
  const { id: organisationId } = await db.organisation.create({ data: { kind, name, inn, kpp, ogrn } })
  await db.membership.create({ data: { organisationId, userId: person.id } })
  await db.organisationAccount.create({ data: { organisationId, accountId: account.id } })
  await owes({ db }, account.id, 90_000)
  await page.request.post('/api/v1/session', { data: { login: person.login, password: PASSWORD } })
  await page.addInitScript(() => localStorage.setItem('rodnik.signed-in', 'person'))

  await page.goto(`/my/pay?account=${account.id}`)
  await expect(page.getByText('900,00 ₽').first()).toBeVisible()
  await expectNoBarriers(page)
  await page.getByRole('link', { name: 'Счёт на оплату' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Документы' })).toBeVisible()
})
