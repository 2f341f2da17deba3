import { expect, type Page } from '@playwright/test'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { languages } from './languages.ts'

const TITLES = { ru: 'Документы', en: 'Documents' }

/** The papers of an organisation's account with bills of July to September 2026. */
export async function lookAtDocuments(page: Page, accountId: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 })
  for (const { language, at } of languages) {
    await page.goto(at(`/my/accounts/${accountId}/documents`))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES[language])
    await expect(page.getByRole('row')).toHaveCount(4)
    await expectNoBarriers(page)
  }
  await expectReadableInEveryLook(page)

  await page.goto(`/my/accounts/${accountId}/documents`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Данные счёта-фактуры за сентябрь 2026, Excel' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^Данные счёта-фактуры \d+ 314\d{7}\.xlsx$/)

  const act = page.getByRole('region', { name: 'Акт сверки' })
  await act.getByLabel('С какого дня').fill('2026-12-31')
  await expect(act).toContainText('Первый день должен быть не позже последнего.')
  await expect(act.getByRole('link', { name: 'Скачать PDF' })).toHaveCount(0)
  await act.getByLabel('С какого дня').fill('2026-07-01')
  const coming = page.waitForEvent('download')
  await act.getByRole('link', { name: 'Скачать PDF' }).click()
  expect((await coming).suggestedFilename()).toMatch(/^Акт сверки 314\d{7} 2026-07-01 .*\.pdf$/)
  await page.setViewportSize({ width: 375, height: 812 })
  await expectNoBarriers(page)
}
