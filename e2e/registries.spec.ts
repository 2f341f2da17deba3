import { randomInt } from 'node:crypto'
import { inEncoding, sberText } from '../apps/api/test/bank-files.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

const { registries } = russian
const PATIENCE = { timeout: 60_000 }

test('a clerk sends a file of a bank, sees it posted, and finds the account of a mistyped number', async ({
  page,
  given,
  db,
  atDesk,
}) => {
  const right = await given.account()
  const meant = await given.account({ holderName: 'Петрова Анна' })
  const last = Number(meant.number.slice(-1))
  const typed = meant.number.slice(0, -1) + String((last + 5) % 10)
  const kopecks = randomInt(1_000_000, 9_000_000)
  const fileName = `bank-${kopecks}.txt`
  const rows = [
    { key: `A${kopecks}`, account: right.number, kopecks: 50_000 },
    { key: `B${kopecks}`, account: typed, kopecks, name: 'ПЕТРОВА А.' },
  ]
  await atDesk(['clerk'])
  await page.goto('/staff/registries')
  const buffer = inEncoding(sberText(rows, String(kopecks)))
  await page
    .getByLabel(registries.upload.file)
    .setInputFiles({ name: fileName, mimeType: 'text/plain', buffer })
  await page.getByRole('button', { name: registries.upload.send, exact: true }).click()
  const row = page.getByRole('row', { name: new RegExp(fileName) })
  await expect(row.getByText(registries.files.states.posted, { exact: true })).toBeVisible(PATIENCE)
  await expect(row).toContainText(registries.files.waiting(1))
  await expectNoBarriers(page)

  await page.getByRole('link', { name: registries.tabs.unmatched }).click()
  await page.getByLabel(registries.unmatched.filter.amount).fill(String(kopecks / 100).replace('.', ','))
  await page.getByRole('button', { name: registries.unmatched.filter.find }).click()
  const waiting = page.getByRole('row', { name: /ПЕТРОВА А\./ })
  await expect(waiting).toHaveCount(1)
  await expectNoBarriers(page)

  await waiting.getByRole('button', { name: new RegExp(registries.unmatched.match) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Петрова Анна/ }).check()
  await dialog.getByRole('button', { name: registries.matching.credit }).click()
  await expect(dialog.getByText(registries.matching.faults.reason)).toBeVisible()
  await expectNoBarriers(page)
  await dialog.getByLabel(registries.matching.reason).fill('плательщик показал чек')
  await dialog.getByRole('button', { name: registries.matching.credit }).click()

  await expect(waiting).toHaveCount(0)
  const credited = await db.ledgerEntry.findMany({ where: { accountId: meant.id } })
  expect(credited.map(({ amountKopecks }) => Number(amountKopecks))).toEqual([-kopecks])
})
