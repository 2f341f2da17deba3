import type { Page } from '@playwright/test'
import { expectNoBarriers } from './barriers.ts'
import { fillEntry } from './cabinet.ts'
import { isNewPicture } from './entrance.ts'
import { expect, test } from './fixtures.ts'
import { readPicture } from './picture.ts'

const enterButton = (page: Page) => page.getByRole('button', { name: 'Войти' })

/** Presses «Войти» and waits until the server has answered. */
async function tryToEnter(page: Page): Promise<void> {
  const answer = page.waitForResponse('**/api/v1/guest-session')
  await enterButton(page).click()
  await answer
}

test('a wrong flat and an unknown number get the same answer, and what was typed stays', async ({
  page,
  resident: { entry },
}) => {
  await page.goto('/pokazanie')
  await fillEntry(page, { ...entry, flat: '46' })
  await tryToEnter(page)
  const refusal = page.getByRole('alert')
  await expect(refusal).toContainText('не подходят друг к другу')
  const wrongFlat = await refusal.innerText()
  await expect(page.getByRole('textbox', { name: 'Дом' })).toHaveValue(entry.house)
  await expect(page.getByRole('textbox', { name: 'Квартира' })).toHaveValue('46')

  await fillEntry(page, { ...entry, accountNumber: '3149999999' })
  await tryToEnter(page)

  await expect(refusal).toHaveText(wrongFlat, { useInnerText: true })
  await expect(refusal.getByRole('link', { name: /Позвонить/ })).toBeVisible()
})

test('a number that cannot be an account number is explained before anything is sent', async ({ page }) => {
  await page.goto('/pokazanie')
  await fillEntry(page, { accountNumber: '31400000', house: '12а', flat: '45' })
  await enterButton(page).click()

  await expect(page.getByText('В номере 10 цифр, а здесь 8 цифр')).toBeVisible()
})

test('house and flat may be written as people write them', async ({ page, resident: { entry } }) => {
  await page.goto('/pokazanie')
  await fillEntry(page, { accountNumber: entry.accountNumber, house: 'д. 12 А', flat: 'кв 45' })
  await enterButton(page).click()

  await expect(page.getByRole('heading', { name: 'Показания за ноябрь' })).toBeVisible()
})

test('the third failure brings a picture; its digits and the right flat open the cabinet', async ({
  page,
  resident: { entry },
  db,
}) => {
  await page.goto('/pokazanie')
  await fillEntry(page, { ...entry, flat: '46' })
  await tryToEnter(page)
  await tryToEnter(page)
  await expect(page.getByRole('textbox', { name: 'Цифры с картинки' })).toHaveCount(0)
  const firstPicture = page.waitForResponse(isNewPicture)
  await tryToEnter(page)
  await firstPicture
  await expect(page.getByRole('img', { name: /Картинка с цифрами/ })).toBeVisible()

  await page.getByRole('textbox', { name: 'Квартира' }).fill(entry.flat)
  await page.getByRole('textbox', { name: 'Цифры с картинки' }).fill('нет')
  const secondPicture = page.waitForResponse(isNewPicture)
  await enterButton(page).click()
  const { id } = (await (await secondPicture).json()) as { id: string }
  await expect(page.getByText('Цифры не совпали')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Цифры с картинки' })).toBeFocused()

  await page.getByRole('textbox', { name: 'Цифры с картинки' }).fill(await readPicture(db, id))
  await enterButton(page).click()

  await expect(page.getByRole('heading', { name: 'Показания за ноябрь' })).toBeVisible()
})

test('whoever cannot see the picture lets the device reckon, and enters', async ({
  page,
  resident: { entry },
}) => {
  await page.goto('/pokazanie')
  await fillEntry(page, { ...entry, flat: '46' })
  for (let attempt = 1; attempt <= 3; attempt++) await tryToEnter(page)
  await page.getByRole('button', { name: 'Не вижу цифры' }).click()
  await expect(page.getByRole('status')).toHaveText('Готово, можно продолжать')
  await expect(page.getByRole('button', { name: 'Показать картинку с цифрами' })).toBeFocused()
  await expectNoBarriers(page)

  await page.getByRole('textbox', { name: 'Квартира' }).fill(entry.flat)
  await enterButton(page).click()

  await expect(page.getByRole('heading', { name: 'Показания за ноябрь' })).toBeVisible()
})

test('after ten failures the page says how long to wait and whom to call', async ({
  page,
  given,
  resident: { entry },
}) => {
  const stranger = await given.account()
  for (let attempt = 1; attempt <= 10; attempt++) {
    const data = { ...stranger.entry, flat: `9${attempt}` }
    expect((await page.request.post('/api/v1/guest-session', { data })).ok()).toBe(false)
  }
  await page.goto('/pokazanie')
  await fillEntry(page, entry)
  await enterButton(page).click()

  await expect(page.getByRole('alert')).toContainText('Слишком много попыток подряд')
  await expect(page.getByRole('alert')).toContainText(/через 1[45] минут/)
  await expect(page.getByRole('alert').getByRole('link', { name: /Позвонить/ })).toBeVisible()
  await expectNoBarriers(page)
})
