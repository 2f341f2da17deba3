import type { Page } from '@playwright/test'
import { visits as words } from '../apps/web/src/locales/ru/visits.ts'
import { expectNoBarriers } from './barriers.ts'
import { heading, type } from './filing.ts'
import { expect, test } from './fixtures.ts'
import { readPicture } from './picture.ts'
import { openToday, TODAY, WINDOW } from './visiting.ts'

test.beforeEach(({ db }) => openToday(db))

/** A guest has asked for sealing and gone: what is left is a number and a code on a sheet of paper. */
async function askedAndGone(page: Page, { cold }: { cold: { id: string } }) {
  const filed = await page.request.post('/api/v1/cabinet/requests', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: {
      filled: { kind: 'sealing', fields: { meterIds: [cold.id], reason: 'installed' } },
      language: 'ru',
    },
  })
  expect(filed.status()).toBe(201)
  const { code, request } = (await filed.json()) as { code: string; request: { number: string } }
  await page.context().clearCookies()
  return { code, number: request.number }
}

const openByCode = async (page: Page, { number, code }: { number: string; code: string }) => {
  await type(page, 'Номер заявки', number)
  await type(page, 'Код', code)
  await page.getByRole('button', { name: 'Открыть заявку' }).click()
}

test('whoever has number and code chooses a visit, and cancels it, without signing in', {
  tag: '@phone',
}, async ({ page, resident, signIn }) => {
  await signIn(resident.entry)
  const ticket = await askedAndGone(page, resident)
  await page.goto('/request')
  await openByCode(page, ticket)
  const panel = page.getByRole('region', { name: words.heading })
  await panel.getByLabel(words.choose.day).selectOption(TODAY)
  await panel.getByLabel(words.window(WINDOW, '18:00')).check()
  await panel.getByRole('button', { name: words.choose.save }).click()
  await expect(panel.getByText(words.states.booked)).toBeVisible()
  await expectNoBarriers(page)
  await page.reload()
  await panel.getByRole('button', { name: words.cancel }).click()
  await panel.getByRole('button', { name: words.cancelSure }).click()
  await expect(panel.getByText(words.states.cancelled)).toBeVisible()
})

test('after wrong guesses of others from the same network the visit is behind a picture', async ({
  page,
  db,
  resident,
  signIn,
}) => {
  await signIn(resident.entry)
  const ticket = await askedAndGone(page, resident)
  await page.goto('/request')
  const drawn = page.waitForResponse('**/picture-codes')
  for (let tries = 1; tries <= 5; tries++) {
    const answer = page.waitForResponse('**/request-status')
    await openByCode(page, { ...ticket, code: 'AAAA-AAAA' })
    await answer
  }
  const { id } = (await (await drawn).json()) as { id: string }
  await type(page, 'Цифры с картинки', await readPicture(db, id, 'tracking'))
  const again = page.waitForResponse('**/picture-codes')
  await openByCode(page, ticket)
  await expect(heading(page)).toHaveText('Опломбировка счётчика')
  const panel = page.getByRole('region', { name: words.heading })
  await expect(panel.getByText(words.guard.why)).toBeVisible()
  await expectNoBarriers(page)
  const second = (await (await again).json()) as { id: string }
  await panel
    .getByRole('textbox', { name: 'Цифры с картинки' })
    .fill(await readPicture(db, second.id, 'tracking'))
  await panel.getByRole('button', { name: words.guard.show }).click()
  await expect(panel.getByLabel(words.choose.day)).toBeVisible()
})
