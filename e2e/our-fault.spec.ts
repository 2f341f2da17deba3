import { expectNoBarriers } from './barriers.ts'
import { face, sendButton } from './cabinet.ts'
import { expect, test } from './fixtures.ts'

const BROKEN = {
  status: 500,
  contentType: 'application/problem+json',
  json: { type: '/problems/internal_error', title: 'Internal error', status: 500, code: 'internal_error' },
}

test('a fault of ours is called one, and whoever waits and tries again goes on', async ({
  page,
  resident,
  signIn,
  expectedErrors,
}) => {
  expectedErrors.push(/500/)
  await signIn(resident.entry)
  await page.route('**/api/v1/cabinet', (route) => route.fulfill(BROKEN))
  await page.goto('/cabinet')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ошибка на нашей стороне')
  await expect(page.getByRole('main')).not.toContainText('Нет связи')
  await expect(page.getByRole('main').getByRole('link', { name: /Позвонить/ })).toBeVisible()
  await expectNoBarriers(page)

  await page.unroute('**/api/v1/cabinet')
  await page.getByRole('button', { name: 'Попробовать ещё раз' }).click()
  await face(page, 'Холодная').fill('126,670')
  await page.route('**/api/v1/submissions', (route) => route.fulfill(BROKEN), { times: 1 })
  await sendButton(page).click()
  await expect(page.getByRole('alert')).toContainText('Ошибка на нашей стороне')

  await sendButton(page).click()
  await expect(page.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()
})
