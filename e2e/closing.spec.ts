import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

const { billing } = russian
const PATIENCE = { timeout: 60_000 }

test('a clerk drafts the month that has ended, and a second one makes it final', async ({ page, atDesk }) => {
  await atDesk(['clerk'])
  await page.goto('/staff/billing')
  await page.getByRole('button', { name: billing.draft }).click()
  const month = page.getByRole('region', { name: /^октябрь 2026/ })
  await expect(month.getByText(billing.states.draft, { exact: true })).toBeVisible(PATIENCE)
  await expect(month.getByRole('table', { name: billing.totals })).toContainText(
    billing.methods['meter'] ?? '',
  )
  await expect(month.getByText(billing.secondPerson)).toBeVisible()
  await expect(month.getByRole('button', { name: billing.finalise })).toHaveCount(0)
  await expectNoBarriers(page)

  await atDesk(['administrator'])
  await page.goto('/staff/billing')
  await month.getByRole('button', { name: billing.finalise }).click()

  await expect(month.getByText(billing.states.final, { exact: true })).toBeVisible(PATIENCE)
  await expect(month.getByRole('button', { name: billing.anew })).toHaveCount(0)
})
