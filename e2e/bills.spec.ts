import type { Page } from '@playwright/test'
import { closeMonths } from '../apps/api/test/close-months.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { lookAtDocuments } from './documents.ts'
import { expect } from './fixtures.ts'
import { lookAtEmptyHistory, lookAtHistory } from './history.ts'
import { test } from './person.ts'
import { linkInQr } from './qr.ts'

// The months before October: closing that one is another journey of the same city.
const SPRING = { '2026-03': 100_000, '2026-04': 103_000, '2026-05': 106_000, '2026-06': 109_000 }

test('a bill opens line by line, with its history, and a guest sees its sums', async ({
  page,
  db,
  given,
  aPerson,
  enter,
  signIn,
}) => {
  // Three months of a city are closed, and many pages looked at in every look.
  test.slow()
  const person = await aPerson()
  const account = await given.account()
  const later = { '2026-07': 112_000, '2026-08': 115_000, '2026-09': 119_000 }
  await given.meter(account.id, { serial: '07451893', readings: { ...SPRING, ...later } })
  const silent = await given.account()
  await given.meter(silent.id, { readings: SPRING })
  const empty = await given.account()
  const shop = await given.account({ kind: 'legal' })
  await given.meter(shop.id, { readings: { ...SPRING, ...later } })
  for (const { id } of [account, silent, empty, shop]) await given.link(person.id, id)
  await db.account.update({ where: { id: empty.id }, data: { residentsCount: 0, ownersCount: 0 } })
  await closeMonths(
    { db, databaseUrl: process.env['E2E_DATABASE_URL'] ?? '' },
    '2026-07',
    '2026-08',
    '2026-09',
  )
  await enter(page, person)

  await page.goto(`/my/accounts/${account.id}`)
  await expect(page.getByText('Начислено за сентябрь 2026: 268,28 ₽')).toBeVisible()
  await page.getByRole('link', { name: 'Как получилась эта сумма' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Счёт за сентябрь 2026')
  await expect(page.getByText('15 октября включительно')).toBeVisible()

  const cold = page.getByRole('region', { name: 'Холодная вода' })
  await cold.getByText('По счётчику').click()
  await expect(cold).toContainText('Показание было 115,000 м³, стало 119,000 м³.')
  await expect(cold).toContainText('4,000 м³ × 40,22 ₽ = 160,88 ₽')
  await expect(cold).toContainText('Правила № 354, п. 42')
  const change = page.getByRole('region', { name: 'Почему сумма другая' })
  await expect(change).toContainText('На 67,07 ₽ больше, чем за август 2026')
  await expect(change).toContainText('Воды больше: было 3,000 м³, стало 4,000 м³')
  const penalties = page.getByRole('region', { name: 'Пени' })
  await penalties.getByText('За неоплаченный счёт за июль 2026').first().click()
  await expect(penalties).toContainText('Этот счёт нужно было оплатить до 17 августа включительно.')
  await expect(penalties).toContainText(
    'Считаем с 17 сентября по 30 сентября, 14 дней. Это дни просрочки с 31-го по 44-й.',
  )
  await expect(penalties).toContainText('120,66 ₽ × 9,5 % ÷ 300 × 14 = 0,53 ₽')
  const statement = page.getByRole('region', { name: 'Из чего сложилась сумма к оплате' })
  await expect(statement).toContainText('Долг до этого счёта')
  await expect(statement).toContainText('К оплате по этому счёту671,59 ₽')
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)

  await useReceipt(page, account.number)
  await page.getByText('Ещё 2 счёта за другие месяцы').click()
  await page.getByRole('link', { name: 'август 2026' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Счёт за август 2026')

  await page.goto(`/my/accounts/${silent.id}/bill`)
  await page.getByText('По среднему расходу').first().click()
  await expect(page.getByText('Показаний за месяц не было').first()).toBeVisible()
  await page.setViewportSize({ width: 375, height: 812 })
  await expectNoBarriers(page)

  await page.goto(`/my/accounts/${empty.id}/bill`)
  await expect(page.getByText('Счёта ещё нет: его выставят до 5-го числа.')).toBeVisible()

  await page.goto(`/en/my/accounts/${account.id}/bill`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bill for September 2026')

  await page.setViewportSize({ width: 1280, height: 800 })
  await lookAtHistory(page, account.id)
  await lookAtEmptyHistory(page, empty.id)
  await lookAtDocuments(page, shop.id)

  await signIn(account.entry)
  await page.goto('/cabinet')
  await expect(page.getByRole('region', { name: 'Счёт за воду' })).toContainText('268,28 ₽')
  await useReceipt(page, account.number)
  await expectNoBarriers(page)
})

/** Kept as a file, opened in a tab, and paid by the code on the screen. */
async function useReceipt(page: Page, accountNumber: string) {
  const receipt = page.getByRole('region', { name: 'Квитанция', exact: true })
  const download = page.waitForEvent('download')
  await receipt.getByRole('button', { name: 'Скачать PDF' }).click()
  expect((await download).suggestedFilename()).toBe(`Квитанция за воду 2026-09 ${accountNumber}.pdf`)

  const answer = page
    .context()
    .waitForEvent('response', (got) => got.url().endsWith('/receipt.pdf') && got.ok())
  await receipt.getByRole('link', { name: 'Открыть квитанцию' }).click()
  expect((await answer).headers()['content-type']).toBe('application/pdf')

  await receipt.getByRole('button', { name: 'Показать QR-код' }).click()
  const code = receipt.getByRole('img', { name: /^QR-код для оплаты/ })
  await expect(code).toBeVisible()
  expect(await linkInQr(code)).toMatch(
    new RegExp(`^ST00012\\|Name=.*\\|Sum=\\d+\\|PersAcc=${accountNumber}\\|`),
  )
  await expectNoBarriers(page)
}
