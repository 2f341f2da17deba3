import type { Page } from '@playwright/test'
import { aLegalEntity } from '../apps/api/test/organisations.ts'
import { expectNoBarriers } from './barriers.ts'
import { heading, type } from './filing.ts'
import { expect } from './fixtures.ts'
import { letterTo } from './mailbox.ts'
import { test } from './office.ts'
import { readPicture } from './picture.ts'

/** A letter to the utility that a guest has filed by other means. */
async function filedByGuest(page: Page) {
  const response = await page.request.post('/api/v1/cabinet/requests', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: {
      filled: {
        kind: 'appeal',
        fields: { type: 'statement', topic: 'Справка', message: 'Прошу справку об отсутствии долга.' },
      },
      language: 'ru',
    },
  })
  expect(response.status()).toBe(201)
  const { code, request } = (await response.json()) as {
    code: string
    request: { id: string; number: string }
  }
  return { code, ...request }
}

const openByCode = async (page: Page, number: string, code: string) => {
  await type(page, 'Номер заявки', number)
  await type(page, 'Код', code)
  await page.getByRole('button', { name: 'Открыть заявку' }).click()
}

test('whoever has number and code answers and withdraws without signing in', {
  tag: '@phone',
}, async ({ page, resident, signIn, office }) => {
  await signIn(resident.entry)
  const { id, number, code } = await filedByGuest(page)
  await page.context().clearCookies()
  await office.take(id)
  await office.ask(id, 'Куда прислать справку?')
  await page.goto('/services')
  await page.getByRole('link', { name: /^Моя заявка по номеру и коду/ }).click()
  // As it is copied off paper, and on a Russian keyboard.
  await openByCode(page, number.replaceAll('-', ' ').replace('R', 'Р'), code.toLowerCase())
  await expect(page.getByRole('region', { name: 'Вопрос от сотрудника' })).toContainText(
    'Куда прислать справку?',
  )
  await expectNoBarriers(page)
  await type(page, 'Ваш ответ', 'Заберу сам.')
  await page.getByRole('button', { name: 'Отправить ответ' }).click()
  await expect(page.getByRole('region', { name: 'Сейчас' })).toContainText('в работе')
  await page.getByRole('button', { name: 'Отозвать заявку' }).click()
  await page.getByRole('button', { name: 'Да, отозвать' }).click()
  await expect(page.getByRole('region', { name: 'Сейчас' })).toContainText('отозвана')
  await page.getByRole('button', { name: 'Закрыть и открыть другую' }).click()
  await expect(heading(page)).toHaveText('Заявка по номеру и коду')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Номер заявки' })).toHaveValue('')
})

test('whoever guesses learns nothing and is asked for the digits of a picture', async ({
  page,
  db,
  resident,
  signIn,
}) => {
  await signIn(resident.entry)
  const { number, code } = await filedByGuest(page)
  await page.goto(`/request#${number}.AAAA-AAAA`)
  await expect(page.getByText('Номер и код не подходят друг к другу')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Номер заявки' })).toHaveValue(number)
  expect(new URL(page.url()).hash).toBe('')
  const drawn = page.waitForResponse('**/picture-codes')
  for (let tries = 2; tries <= 5; tries++) {
    const answer = page.waitForResponse('**/request-status')
    await openByCode(page, number, 'AAAA-AAAA')
    await answer
  }
  await expect(page.getByRole('img', { name: /^Картинка с цифрами/ })).toBeVisible()
  await expectNoBarriers(page)
  const { id } = (await (await drawn).json()) as { id: string }
  await type(page, 'Цифры с картинки', await readPicture(db, id, 'tracking'))
  await openByCode(page, number, code)
  await expect(heading(page)).toHaveText('Обращение')
})

test('an organisation asks for credentials and is told where they are handed over', {
  tag: '@phone',
}, async ({ page, db }) => {
  const { inn, name, contactEmail } = aLegalEntity()
  const wrongDigit = String((Number(inn.at(-1)) + 1) % 10)
  await page.goto('/business')
  const drawn = page.waitForResponse('**/picture-codes')
  await page.getByRole('link', { name: 'Запросить логин' }).click()
  await expect(page.getByText('Логин и пароль выдают только в офисе')).toBeVisible()
  const { id } = (await (await drawn).json()) as { id: string }
  await page.getByRole('radio', { name: 'Получить логин впервые' }).check()
  await type(page, 'Организация или ИП', name)
  await type(page, 'ИНН', inn.slice(0, -1) + wrongDigit)
  await type(page, 'Кто придёт за логином', 'Иванова Мария Петровна')
  await expect(page.getByText(/^Такого ИНН не бывает/)).toBeVisible()
  await type(page, 'ИНН', inn)
  await type(page, 'Телефон для связи', '8 351 217-05-17')
  await type(page, 'Почта, чтобы прислать ответ (необязательно)', contactEmail)
  await type(page, 'Цифры с картинки', await readPicture(db, id, 'credentials'))
  await page.getByRole('button', { name: 'Отправить заявку' }).click()
  await expect(heading(page)).toHaveText('Заявка принята')
  await expect(page).toHaveURL(/\/request$/)
  await expectNoBarriers(page)
  await letterTo(contactEmail, 'Доступ для организации')

  await page.reload()
  await expect(page.getByText(inn)).toBeVisible()
})

test('digits of the picture that were misread cost nothing that was typed', async ({ page }) => {
  await page.goto('/business/request-credentials')
  await page.getByRole('radio', { name: 'Получить новый пароль вместо прежнего' }).check()
  await type(page, 'Организация или ИП', 'ООО «Ромашка»')
  await type(page, 'ИНН', '7707083893')
  await type(page, 'Кто придёт за логином', 'Иванов Иван')
  await type(page, 'Телефон для связи', '8 351 217-05-17')
  await type(page, 'Цифры с картинки', '00000')
  await page.getByRole('button', { name: 'Отправить заявку' }).click()
  await expect(
    page.getByText('Цифры не совпали. Мы показали новую картинку, введите цифры с неё'),
  ).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Организация или ИП' })).toHaveValue('ООО «Ромашка»')
})
