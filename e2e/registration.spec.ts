import { hashPassword } from '../apps/api/src/platform/passwords.ts'
import { expectNoBarriers } from './barriers.ts'
import { askForReset, newEmail, PASSWORD, passwordField, register, signInWith } from './entrance.ts'
import { expect, test } from './fixtures.ts'
import { letterTo, linkIn } from './mailbox.ts'

const NEW_PASSWORD = 'синий чайник на плите'

test('a resident registers, opens the letter, activates, signs in and leaves', {
  tag: '@phone',
}, async ({ page, db }) => {
  const email = newEmail()
  await register(page, db, email)
  await expectNoBarriers(page)

  await page.goto(linkIn(await letterTo(email, 'Активируйте')))
  await expect(page).toHaveURL(/\/activate$/)
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Активировать' }).click()
  await expect(page.getByRole('heading', { name: 'Аккаунт активирован' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Войти' }).click()

  await signInWith(page, 'Электронная почта', email, PASSWORD)
  await expect(page.getByRole('link', { name: 'Мои счета' })).toBeVisible()
  await page.getByRole('button', { name: 'Выйти' }).click()
  await expect(page.getByText('Вы вышли из личного кабинета')).toBeVisible()
})

test('a letter opened in another browser asks for everything anew, and the first password opens nothing', async ({
  page,
  browser,
  db,
}) => {
  const email = newEmail()
  await register(page, db, email)
  const elsewhere = await (await browser.newContext({ baseURL: process.env['E2E_BASE_URL'] ?? '' })).newPage()

  await elsewhere.goto(linkIn(await letterTo(email, 'Активируйте')))
  await elsewhere.getByRole('button', { name: 'Активировать' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'Осталось сказать о себе' })).toBeVisible()
  await expectNoBarriers(elsewhere)
  await elsewhere.getByRole('button', { name: 'Сохранить и активировать' }).click()
  await expect(elsewhere.getByText('Без согласия зарегистрировать вас нельзя')).toBeVisible()
  await passwordField(elsewhere, 'Пароль').fill(NEW_PASSWORD)
  await elsewhere.getByLabel('Мобильный телефон').fill('+7 999 000-11-22')
  await elsewhere.getByRole('checkbox').check()
  await elsewhere.getByRole('button', { name: 'Сохранить и активировать' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'Аккаунт активирован' })).toBeVisible()
  await elsewhere.context().close()

  await page.goto('/login')
  await signInWith(page, 'Электронная почта', email, PASSWORD)
  await expect(page.getByRole('alert')).toContainText('не подходят друг к другу')
})

test('a forgotten password: the letter brings a new one, once, and the old one opens nothing', async ({
  page,
  given,
  db,
}) => {
  const { id, email } = await given.person({ email: newEmail() })
  await db.password.create({ data: { userId: id, hash: await hashPassword(PASSWORD) } })
  const link = await askForReset(page, db, email ?? '')
  await page.goto(link)
  await expect(page).toHaveURL(/\/reset$/)
  await passwordField(page, 'Новый пароль').fill(NEW_PASSWORD)
  await expect(page.getByText('Надёжный пароль')).toBeVisible()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Сохранить новый пароль' }).click()
  await expect(page.getByRole('heading', { name: 'Пароль изменён' })).toBeVisible()

  // A letter is opened from elsewhere: on the same page the browser would only change the fragment.
  await page.goto('/')
  await page.goto(link)
  await passwordField(page, 'Новый пароль').fill('красный трамвай едет')
  await page.getByRole('button', { name: 'Сохранить новый пароль' }).click()
  await expect(page.getByRole('heading', { name: 'Ссылка не подходит' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Получить новое письмо' })).toBeVisible()

  await page.goto('/login')
  await signInWith(page, 'Электронная почта', email ?? '', PASSWORD)
  await expect(page.getByRole('alert')).toContainText('не подходят друг к другу')
  await signInWith(page, 'Электронная почта', email ?? '', NEW_PASSWORD)
  await expect(page.getByRole('link', { name: 'Мои счета' })).toBeVisible()
})

test('what is missing or weak in the registration is said at its field, and nothing is lost', async ({
  page,
}) => {
  await page.goto('/register')
  await page.getByRole('textbox', { name: 'Электронная почта' }).fill('anna@example.ru')
  await passwordField(page, 'Пароль').fill('gfhjkm123')
  await expect(page.getByText('такие пароли подбирают первыми')).toBeVisible()
  await page.getByRole('button', { name: 'Отправить письмо для активации аккаунта' }).click()

  await expect(page.getByText('Без согласия зарегистрировать вас нельзя')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Мобильный телефон' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Электронная почта' })).toHaveValue('anna@example.ru')
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Показать пароль' }).click()
  await expect(page.getByRole('textbox', { name: 'Пароль' })).toHaveValue('gfhjkm123')
})
