import { readFile } from 'node:fs/promises'
import { PASSWORD, passwordField, signInWith } from './entrance.ts'
import { expect } from './fixtures.ts'
import { letterTo, linkIn } from './mailbox.ts'
import { test } from './person.ts'

test('a new e-mail counts once both letters were answered', async ({ page, aPerson, enter }) => {
  const person = await aPerson()
  const newEmail = `new-${person.email}`
  await enter(page, person)
  await page.goto('/profile')
  const form = page.getByRole('form', { name: 'Электронная почта' })
  await form.getByRole('textbox', { name: 'Новый адрес' }).fill(newEmail)
  await form.getByLabel('Ваш пароль', { exact: true }).fill(PASSWORD)
  await form.getByRole('button', { name: 'Сменить адрес' }).click()
  await expect(page.getByText(`Ждём согласия на адрес ${newEmail}`)).toBeVisible()

  await page.goto(linkIn(await letterTo(newEmail, 'Подтвердите')))
  await page.getByRole('button', { name: 'Согласиться' }).click()
  await expect(page.getByRole('heading', { name: 'Новый адрес подтверждён' })).toBeVisible()
  await page.goto(linkIn(await letterTo(person.email, 'почт')))
  await page.getByRole('button', { name: 'Согласиться' }).click()
  await expect(page.getByRole('heading', { name: 'Адрес изменён' })).toBeVisible()

  await page.getByRole('link', { name: 'Открыть профиль' }).click()
  await expect(page.getByText(`Сейчас: ${newEmail}`)).toBeVisible()
})

test('a person takes their data along, then deletes the profile', async ({ page, aPerson, enter }) => {
  const person = await aPerson({ name: 'Анна' })
  await enter(page, person)
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Собрать мои данные' }).click()
  const link = page.getByRole('link', { name: 'Скачать архив' })
  await expect(link).toBeVisible({ timeout: 30_000 })
  const downloading = page.waitForEvent('download')
  await link.click()
  const file = await readFile(await (await downloading).path())
  expect(file.subarray(0, 2).toString()).toBe('PK')

  await page.getByRole('button', { name: 'Удалить профиль' }).click()
  const form = page.getByRole('form', { name: 'Удалить профиль' })
  await form.getByRole('button', { name: 'Удалить навсегда' }).click()
  await expect(form.getByText('Введите слово «удалить»', { exact: true })).toBeVisible()
  await form.getByRole('textbox', { name: /введите слово/ }).fill('удалить')
  await form.getByLabel('Ваш пароль', { exact: true }).fill(PASSWORD)
  await form.getByRole('button', { name: 'Удалить навсегда' }).click()
  await expect(page.getByRole('heading', { name: 'Профиль удалён' })).toBeVisible()

  await page.goto('/login')
  await signInWith(page, 'Электронная почта', person.email, PASSWORD)
  await expect(page.getByRole('alert')).toContainText('не подходят друг к другу')
})

test('signing out everywhere ends the other browser too', async ({ page, aPerson, enter, otherPage }) => {
  const person = await aPerson()
  const theirs = await otherPage()
  await enter(theirs, person)
  await enter(page, person)
  await page.goto('/profile')
  await expect(page.getByRole('list', { name: 'Где вы вошли' }).getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Выйти везде' }).click()
  await expect(page).toHaveURL(/\/login$/)

  await theirs.goto('/profile')
  await expect(theirs).toHaveURL(/\/login$/)
})

test('the password is asked for before the phone is another one', async ({ page, aPerson, enter }) => {
  await enter(page, await aPerson())
  await page.goto('/profile')
  const form = page.getByRole('form', { name: 'Имя и телефон' })
  await form.getByRole('textbox', { name: 'Мобильный телефон' }).fill('8 912 345-67-89')
  await form.getByRole('button', { name: 'Сохранить' }).click()
  await expect(form.getByText('Введите пароль')).toBeVisible()
  await passwordField(page, 'Ваш пароль').first().fill(PASSWORD)
  await form.getByRole('button', { name: 'Сохранить' }).click()

  await expect(form.getByText('Сохранено.')).toBeVisible()
  await expect(form.getByRole('textbox', { name: 'Мобильный телефон' })).toHaveValue('+79123456789')
})

test('Gosuslugi is linked for the password of the profile, told of by letter, and taken away again', async ({
  page,
  db,
  aPerson,
  enter,
}) => {
  await db.externalIdentity.deleteMany({ where: { fullName: { startsWith: 'Абдрахманова' } } })
  const person = await aPerson()
  await enter(page, person)
  await page.goto('/profile')
  const form = page.getByRole('form', { name: 'Подключить Госуслуги' })
  await form.getByLabel('Пароль от этого профиля', { exact: true }).fill('не этот пароль')
  await form.getByRole('button', { name: 'Подключить Госуслуги' }).click()
  await expect(form.getByText(/Пароль не подходит/)).toBeVisible()

  await form.getByLabel('Пароль от этого профиля', { exact: true }).fill(PASSWORD)
  await form.getByRole('button', { name: 'Подключить Госуслуги' }).click()
  await page.getByRole('button', { name: 'Абдрахманова' }).click()
  await expect(page).toHaveURL(/\/profile$/)
  const pane = page.getByRole('region', { name: 'Госуслуги' })
  await expect(pane).toContainText('Подключены: Абдрахманова-Загидуллина Гульнара')
  await letterTo(person.email, 'Госуслуг')

  await pane.getByRole('button', { name: 'Отключить Госуслуги' }).click()
  await expect(pane).toContainText('Не подключены')
})
