import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { aDocx, aMacroDocx, DOCX_TYPE } from '../apps/api/test/office-documents.ts'
import { wordsOf } from '../apps/api/test/pdf.ts'
import { accounts } from '../apps/web/src/locales/ru/accounts.ts'
import { library } from '../apps/web/src/locales/ru/library.ts'
import { words } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

const { documentsDesk: desk } = words
const SEALING = 'Заявление об опломбировании счётчика'

/** Presses «Скачать» of a document; the words of the file that comes. */
async function downloaded(page: Page, title: string) {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: `${library.take} ${title}` }).click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('@phone everybody downloads an empty form, a guest and an owner one with their data', async ({
  page,
  db,
  given,
  resident,
  signIn,
  comeIn,
  context,
}) => {
  await page.goto('/documents')
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)
  const empty = await downloaded(page, SEALING)
  expect(empty.name).toBe(`${SEALING}.pdf`)
  expect(await wordsOf(empty.bytes)).not.toContain(resident.cold.serial)

  await signIn(resident.entry)
  await page.goto('/cabinet/forms')
  await expectNoBarriers(page)
  const ofGuest = await wordsOf((await downloaded(page, SEALING)).bytes)
  expect(ofGuest).toContain(resident.cold.serial.slice(-4))
  expect(ofGuest).not.toContain(resident.cold.serial)
  expect(ofGuest).toContain(`д. ${resident.entry.house}`)

  const holderName = 'Сидорова Мария Ивановна'
  const { premises } = await db.account.update({
    where: { id: resident.accountId },
    data: { holderName },
    include: { premises: true },
  })
  expect(ofGuest).not.toContain(premises.street)
  const owner = await given.person()
  await given.link(owner.id, resident.accountId)
  await context.clearCookies()
  await page.addInitScript(() => localStorage.setItem('rodnik.signed-in', 'person'))
  await comeIn(owner)
  await page.goto(`/my/accounts/${resident.accountId}`)
  await page.getByRole('link', { name: accounts.cabinet.forms }).click()
  await expect(page.getByRole('heading', { level: 1, name: library.filled.title })).toBeVisible()
  await expectNoBarriers(page)
  const ofOwner = await wordsOf((await downloaded(page, SEALING)).bytes)
  expect(ofOwner).toContain(holderName)
  expect(ofOwner).toContain(premises.street)
  expect(ofOwner).toContain(resident.cold.serial)
})

test('an administrator publishes a document, replaces its file and withdraws it', async ({
  page,
  atDesk,
}) => {
  const title = `Типовой договор ${randomInt(10_000)}`
  await atDesk(['administrator'])
  await page.goto('/staff/documents')
  await expectNoBarriers(page)
  await page.getByRole('button', { name: desk.add }).click()
  const dialog = page.getByRole('dialog')
  const file = dialog.getByLabel(desk.file.label, { exact: true })

  // A program in a document is not taken, and what was typed stays.
  await dialog.getByLabel(desk.facts.titleRu, { exact: true }).fill(title)
  await file.setInputFiles({ name: 'Договор.docx', mimeType: DOCX_TYPE, buffer: aMacroDocx() })
  await expect(dialog.getByText(desk.refusals['office_active'] ?? '')).toBeVisible()
  await dialog.getByRole('button', { name: desk.facts.publish }).click()
  await expect(dialog.getByLabel(desk.facts.titleEn)).toBeFocused()
  await expectNoBarriers(page)
  await dialog.getByLabel(desk.facts.titleEn).fill('A standard contract')
  await file.setInputFiles({ name: 'Договор.docx', mimeType: DOCX_TYPE, buffer: aDocx() })
  await expect(dialog.getByText(desk.file.done('Договор.docx'))).toBeVisible()
  await dialog.getByRole('button', { name: desk.facts.publish }).click()
  await expect(dialog).toBeHidden()
  const row = page.getByRole('row').filter({ hasText: title })
  await expect(row).toContainText(desk.published)

  await row.getByRole('button', { name: desk.replace }).click()
  const newer = aDocx({ 'newer.txt': 'x' })
  await file.setInputFiles({ name: 'Договор 2027.docx', mimeType: DOCX_TYPE, buffer: newer })
  await expect(dialog.getByText(desk.file.done('Договор 2027.docx'))).toBeVisible()
  await dialog.getByRole('button', { name: desk.replace }).click()
  await expect(row).toContainText('Договор 2027.docx')
  await row.getByText(desk.older).click()
  await expect(row.getByRole('link', { name: /Договор\.docx/ })).toBeVisible()
  await expectNoBarriers(page)

  await page.goto('/documents')
  const { name, bytes } = await downloaded(page, title)
  expect([name, bytes.equals(newer)]).toEqual(['Договор 2027.docx', true])
  await page.goto('/staff/documents')
  await page.getByRole('row').filter({ hasText: title }).getByRole('button', { name: desk.withdraw }).click()
  await expect(page.getByRole('row').filter({ hasText: title })).toContainText(desk.withdrawn)
  await page.goto('/documents')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(title)).toHaveCount(0)
})
