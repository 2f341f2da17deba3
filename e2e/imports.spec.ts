import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

const { imports } = russian
const PATIENCE = { timeout: 60_000 }
const HEADER = 'Лицевой счёт;Заводской номер;Месяц;Показание'

async function sendTable(page: Page, name: string, text: string) {
  await page.goto('/staff/imports')
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.getByLabel(imports.upload.files, { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: imports.upload.send, exact: true }).click()
  await expect(page.getByRole('heading', { name: imports.states.checked })).toBeVisible(PATIENCE)
}

test('a clerk sees three bad rows, loads the rest, mends the file of failed rows and loads that', async ({
  page,
  given,
  db,
  atDesk,
}) => {
  const account = await given.account()
  const meters = await Promise.all(
    Array.from({ length: 5 }, () => given.meter(account.id, { readings: { '2026-09': 100_000 } })),
  )
  const rows = meters.map(({ serial }, i) => `${account.number};${serial};10.2026;${i < 2 ? '105,5' : '1O5'}`)
  const recorded = () =>
    db.reading.count({ where: { meter: { accountId: account.id }, period: new Date('2026-10-01') } })
  await atDesk(['clerk'])

  await page.goto('/staff/imports')
  await page.getByRole('button', { name: imports.upload.send, exact: true }).click()
  await expect(page.getByText(imports.upload.noFile)).toBeVisible()
  await expectNoBarriers(page)

  await sendTable(page, 'october.csv', [HEADER, ...rows].join('\n'))
  const failed = page.getByRole('table', { name: imports.failed.list('october.csv') })
  await expect(failed.getByRole('row')).toHaveCount(4)
  await expect(failed).toContainText('не число: 1O5')
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: imports.failed.download(3) }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('october.failed.csv')

  await page.getByRole('button', { name: imports.decision.loadGood.ask(2) }).click()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: imports.decision.loadGood.sure(2), exact: true }).click()
  await expect(page.getByRole('heading', { name: imports.states.loaded, exact: true })).toBeVisible(PATIENCE)
  expect(await recorded()).toBe(2)

  const mended = (await readFile(await download.path(), 'utf8')).replaceAll('1O5', '105')
  await sendTable(page, 'october.failed.csv', mended)
  await page.getByRole('button', { name: imports.decision.load(3), exact: true }).click()
  await expect(page.getByRole('heading', { name: imports.states.loaded, exact: true })).toBeVisible(PATIENCE)
  expect(await recorded()).toBe(5)
  await expectNoBarriers(page)

  await page.getByRole('link', { name: imports.back }).click()
  const newest = page.getByRole('table', { name: imports.list }).getByRole('row').nth(1)
  await expect(newest).toContainText('october.failed.csv')
  await expect(newest).toContainText(imports.counts.added(3))
})

test('a clerk sees what replacing would do, and thinks better of it', async ({ page, given, atDesk, db }) => {
  const account = await given.account()
  const meter = await given.meter(account.id, { readings: { '2026-10': 100_000 } })
  await atDesk(['clerk'])
  await sendTable(page, 'again.csv', `${HEADER}\n${account.number};${meter.serial};10.2026;101`)
  await expect(page.getByText(imports.decision.allFailed)).toBeVisible()

  await page.getByRole('button', { name: imports.decision.replace.ask }).click()
  await expect(page.getByText(imports.decision.replace.text)).toBeVisible()
  await page.getByRole('button', { name: imports.decision.replace.sure, exact: true }).click()
  await expect(page.getByText(imports.report.replacing)).toBeVisible(PATIENCE)
  await expect(page.getByText(imports.decision.forColleagueText)).toBeVisible()
  await expect(page.getByRole('button', { name: imports.decision.load(1), exact: true })).toBeHidden()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: imports.decision.cancel }).click()

  await expect(page.getByRole('heading', { name: imports.states.cancelled })).toBeVisible()
  expect(await db.reading.count({ where: { meterId: meter.id } })).toBe(1)
})

test('a clerk who sends something that is no table reads why, and nothing is loaded', async ({
  page,
  atDesk,
}) => {
  await atDesk(['clerk'])
  await page.goto('/staff/imports')
  const file = { name: 'photo.csv', mimeType: 'text/csv', buffer: Buffer.from('Имя;Телефон\nАнна;5\n') }
  await page.getByLabel(imports.upload.files, { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: imports.upload.send, exact: true }).click()

  await expect(page.getByText(imports.ended.refused)).toBeVisible(PATIENCE)
  await expect(page.getByText('photo.csv: по заголовкам столбцов непонятно')).toBeVisible()
  await expectNoBarriers(page)
})
