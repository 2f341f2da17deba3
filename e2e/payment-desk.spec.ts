import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { accountNumberOnPaper } from '../apps/web/src/lib/account-number.ts'
import { words as english } from '../apps/web/src/locales/en/staff/index.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'
import { aBankPayment, aSitePayment, owes } from './paid.ts'

for (const { at, words, language } of [
  { language: 'ru', at: '', words: russian },
  { language: 'en', at: '/en', words: english },
]) {
  const { payments, differences, frame } = words
  const { credited, correction, site } = payments
  const money = (roubles: string) => (language === 'ru' ? `${roubles},00` : `${roubles}.00`)
  const check = async (page: Page) => {
    await expectNoBarriers(page)
    if (language === 'ru') await expectReadableInEveryLook(page)
  }

  test(`a clerk finds a payment on a card and moves it to the account it was meant for (${language})`, async ({
    page,
    db,
    given,
    atDesk,
  }) => {
    const wrong = await given.account()
    const street = `улица Верная ${language}`
    const right = await given.account({ street, holderName: 'Петрова Анна' })
    await owes(db, right, 70_000)
    const number = await aSitePayment(db, wrong)
    await atDesk(['clerk'])
    await page.goto(`${at}/staff/payments?find=${number}`)
    await page.getByRole('link', { name: accountNumberOnPaper(wrong.number) }).click()
    const pane = page.getByRole('region', { name: credited.title })
    await pane.getByRole('button', { name: correction.transfer.button }).click()

    const window = page.getByRole('dialog')
    await window.getByLabel(correction.toAccount).fill('314 000')
    await window.getByRole('button', { name: new RegExp(money('500')) }).click()
    await expect(window.getByText(correction.faults.account)).toBeVisible()
    await expect(window.getByText(correction.faults.reason)).toBeVisible()
    await check(page)

    await window.getByLabel(correction.toAccount).fill('9990000000')
    await window.getByLabel(correction.sum).fill('300')
    await window.getByLabel(correction.reason).fill('Заявление № 7')
    await window.getByLabel(correction.reason).press('Enter')
    await expect(window.getByText(correction.faults.unknown)).toBeVisible()
    await expect(window.getByLabel(correction.reason)).toHaveValue('Заявление № 7')

    await window.getByLabel(correction.toAccount).fill(right.number)
    await expect(window.getByText(`${street}, 12а-45, Петрова Анна`)).toBeVisible()
    await window.getByLabel(correction.toAccount).press('Enter')

    await expect(window).toHaveCount(0)
    const row = pane.getByRole('row').filter({ hasText: number })
    await expect(row.getByRole('link', { name: accountNumberOnPaper(right.number) })).toBeVisible()
    await expect(row).toContainText(money('200'))
    await check(page)
  })

  test(`a clerk closes a difference and says how it was settled (${language})`, async ({
    page,
    db,
    given,
    atDesk,
  }) => {
    const number = await aSitePayment(db, await given.account())
    const details = { acquirer: 'sber', acquirerId: '70906e55-7114-41d6', state: null, rrn: 627_512 }
    const kind = `kind_of_tomorrow_${randomInt(1e9)}`
    const difference = { source: 'acquirer', subject: number, details }
    await db.paymentDifference.createMany({
      data: [
        { ...difference, kind: 'not_at_acquirer', ourKopecks: 50_000, theirKopecks: 0 },
        { ...difference, source: 'terminal', kind, ourKopecks: 0, theirKopecks: 1 },
      ],
    })
    const day = { source: 'sber', checked: 12, ourKopecks: 620_000, theirKopecks: 570_000, unknown: 1 }
    await db.reconciledDay.upsert({
      where: { day_source: { day: new Date('2026-11-19'), source: 'sber' } },
      create: { ...day, day: new Date('2026-11-19') },
      update: day,
    })
    await atDesk(['clerk'], 'Ольга Смирнова')
    await page.goto(`${at}/staff`)
    await page.getByRole('link', { name: frame.sections.differences }).click()
    const open = page.getByRole('table', { name: differences.list.open })
    const row = open.getByRole('row').filter({ hasText: differences.kinds['not_at_acquirer'] ?? '' })
    const mine = row.filter({ hasText: number })
    await expect(mine).toContainText(differences.unknown)
    await expect(open.getByRole('row').filter({ hasText: kind })).toBeVisible()
    await expect(page.getByRole('table', { name: differences.days.title })).toContainText('12')
    await check(page)

    await mine.getByRole('button', { name: differences.take }).click()
    await expect(mine).toContainText(differences.taken('Ольга Смирнова'))
    await expect(mine.getByRole('button')).toHaveCount(1)
    await mine.getByRole('button', { name: differences.close }).click()
    const window = page.getByRole('dialog')
    await window.getByRole('button', { name: differences.closing.title }).click()
    await expect(window.getByText(differences.closing.note.fault)).toBeVisible()
    await check(page)
    await window.getByLabel(differences.closing.note.label).fill('Банк подтвердил письмом')
    await window.getByRole('button', { name: differences.closing.title }).click()
    await expect(window).toHaveCount(0)
    await expect(mine).toHaveCount(0)

    await page.getByLabel(differences.show).selectOption(differences.closed)
    const closed = page.getByRole('table', { name: differences.list.closed })
    await expect(closed.getByRole('row').filter({ hasText: number })).toContainText('Банк подтвердил письмом')
    await check(page)
  })

  test(`the payments that a bank says nothing about stand out (${language})`, async ({
    page,
    db,
    given,
    atDesk,
  }) => {
    const account = await given.account()
    const silent = await aSitePayment(db, account, { state: 'pending', isSilent: true })
    const refused = await aSitePayment(db, account, { state: 'failed', reason: 'Недостаточно средств' })
    await atDesk(['operator'])
    await page.goto(`${at}/staff`)
    await page.getByRole('link', { name: frame.sections.payments, exact: true }).click()
    await page.getByLabel(site.find).fill(accountNumberOnPaper(account.number))
    await page.getByRole('button', { name: site.search }).click()
    const row = (number: string) => page.getByRole('row').filter({ hasText: number })
    await expect(row(refused)).toContainText('Недостаточно средств')
    await check(page)

    await page.getByLabel(site.filter, { exact: true }).selectOption(site.filters.silent)
    await expect(row(silent)).toContainText(site.silent('').trim())
    await expect(row(refused)).toHaveCount(0)
    await page.getByLabel(site.filter, { exact: true }).selectOption(site.filters.paid)
    await expect(page.getByText(site.nothing)).toBeVisible()
    await check(page)
    await page.goBack()
    await expect(row(silent)).toBeVisible()
  })
}

test('a refund of money from the site waits for its bank', async ({ page, db, given, atDesk }) => {
  const { payments } = russian
  const { correction, credited } = payments
  const account = await given.account()
  await aSitePayment(db, account)
  await aBankPayment(db, account, 10_000)
  await atDesk(['clerk'])
  await page.goto(`/staff/accounts/${account.id}`)
  const pane = page.getByRole('region', { name: credited.title })
  await expect(pane.getByRole('button', { name: correction.transfer.button })).toHaveCount(2)
  await pane.getByRole('button', { name: correction.refund.button }).click()
  const window = page.getByRole('dialog')
  await window.getByLabel(correction.sum).fill('500,01')
  await window.getByLabel(correction.reason).fill('Заявление № 8')
  await window.getByRole('button', { name: correction.refund.confirm(correction.money) }).click()
  await expect(window.getByText(/^Больше, чем осталось/)).toBeVisible()
  await window.getByLabel(correction.sum).fill('500')
  await window.getByRole('button', { name: /^Вернуть 500,00/ }).click()

  await expect(window).toHaveCount(0)
  await expect(pane.getByRole('row').filter({ hasText: 'Заявление № 8' })).toContainText('Возврат 500,00')
})

test('an operator looks at payments and an inspector does not see them', async ({
  page,
  db,
  given,
  atDesk,
}) => {
  const { credited } = russian.payments
  const account = await given.account()
  await aBankPayment(db, account, 10_000)
  await atDesk(['operator'])
  await page.goto(`/staff/accounts/${account.id}`)
  const pane = page.getByRole('region', { name: credited.title })
  await expect(pane.getByRole('row')).toHaveCount(2)
  await expect(pane.getByRole('button')).toHaveCount(0)

  await atDesk(['inspector'])
  await page.goto(`/staff/accounts/${account.id}`)
  await expect(page.getByRole('region', { name: russian.account.events.title })).toBeVisible()
  await expect(pane).toHaveCount(0)
})
