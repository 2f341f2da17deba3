import { expect, type Page } from '@playwright/test'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { languages } from './languages.ts'

/** The history of an account with bills of July to September 2026. */
export async function lookAtHistory(page: Page, accountId: string): Promise<void> {
  await page.goto(`/my/accounts/${accountId}/bill`)
  await page.getByRole('link', { name: 'История' }).click()
  await expect(page.getByRole('img', { name: /Больше всего — сентябрь 2026: 268,28 ₽/ })).toBeVisible()
  await page.getByRole('radio', { name: 'Холодная вода, м³' }).check()
  await expect(page.getByRole('img', { name: /Больше всего — сентябрь 2026: 4,000 м³/ })).toBeVisible()
  const september = page.getByRole('row', { name: /сентябрь 2026/ })
  await expect(september).toContainText('268,28 ₽')
  await expect(september).toContainText('долг за воду 670,70 ₽')
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)

  await page.getByRole('link', { name: 'Операции', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Начислено, 30.09.2026' })).toContainText(
    '+268,28 ₽',
  )
  await page.setViewportSize({ width: 375, height: 812 })
  await page.getByRole('link', { name: 'Показания', exact: true }).click()
  await expect(page.getByRole('row', { name: /сентябрь 2026/ })).toContainText('119,000 м³')
  await expectNoBarriers(page)

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Вся история, XLSX' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^История воды 314\d{7}\.xlsx$/)
}

/** In both languages, before the first bill and in every view. */
export async function lookAtEmptyHistory(page: Page, accountId: string): Promise<void> {
  for (const { language, at } of languages) {
    for (const view of ['months', 'operations', 'readings'] as const) {
      await page.goto(at(`/my/accounts/${accountId}/history?show=${view}`))
      await expect(page.getByText(EMPTY[language][view])).toBeVisible()
      await expectNoBarriers(page)
    }
  }
}

const EMPTY = {
  ru: {
    months: 'Здесь появится первый месяц',
    operations: 'Начислений и оплат за это время нет',
    readings: 'Показаний за это время нет',
  },
  en: {
    months: 'The first month will be here',
    operations: 'No charges and no payments',
    readings: 'No readings in this time',
  },
}
