import { words as english } from '../apps/web/src/locales/en/staff/index.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

const { reference, frame } = russian
const FROM = '2027-02-01'

test('@phone a clerk sets a price that comes, sees a slip of the pen, and withdraws it', async ({
  page,
  atDesk,
  isMobile,
}) => {
  await atDesk(['clerk'], 'Раиса Котова')
  await page.goto('/staff')
  if (isMobile) await page.getByRole('button', { name: frame.sectionsButton }).click()
  await page.getByRole('link', { name: frame.sections.reference }).click()
  const now = page.getByRole('region', { name: reference.standings.now })
  await expect(now).toContainText('40,22')
  await expectNoBarriers(page)

  await now.getByRole('button', { name: `${reference.follow}: холодная вода, жители` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(reference.fields['priceKopecks'] ?? '').fill('44.999')
  await dialog.getByLabel(reference.validFrom).fill(FROM)
  await dialog.getByRole('button', { name: reference.save }).click()
  await expect(dialog.getByText(reference.faults['roubles'] ?? '')).toBeVisible()
  await expect(dialog.getByText(reference.faults['act'] ?? '', { exact: true })).toBeVisible()
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)

  await dialog.getByLabel(reference.fields['priceKopecks'] ?? '').fill('44,90')
  await dialog.getByLabel(reference.act).fill('Постановление № 77/1 от 20.11.2026')
  await dialog.getByRole('button', { name: reference.save }).click()
  const coming = page.getByRole('region', { name: reference.standings.coming })
  await expect(coming).toContainText('44,90')
  await expect(coming).toContainText('Раиса Котова')
  await expect(now).toContainText('по\u00a031.01.2027')

  await page.goto('/en/staff/reference')
  await expect(page.getByRole('region', { name: english.reference.standings.coming })).toContainText('44.90')
  await expectNoBarriers(page)

  await page.goto('/staff/reference?kind=tariff')
  await coming.getByRole('button', { name: new RegExp(reference.withdraw) }).click()
  await dialog.getByRole('button', { name: reference.withdraw }).click()
  await expect(coming).toContainText(reference.none.coming)
})

test('an inspector looks at every kind and is offered no change', async ({ page, atDesk }) => {
  await atDesk(['inspector'])
  await page.goto('/staff/reference?kind=calendar')
  await expect(page.getByRole('region', { name: reference.standings.now })).toContainText('01.01–09.01')
  await page.getByLabel(reference.kind).selectOption('penalty_steps')
  await expect(page.getByRole('region', { name: reference.standings.now })).toContainText('31: 1/300')

  await expect(page.getByRole('button', { name: reference.add })).toHaveCount(0)
  await expect(page.getByRole('button', { name: new RegExp(reference.follow) })).toHaveCount(0)
})
