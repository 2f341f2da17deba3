import { enterFromHome, face, meter, sendButton } from './cabinet.ts'
import { expect, test } from './fixtures.ts'
import { linkInQr } from './qr.ts'

test('a resident sends two readings from the home page and anyone can check the confirmation', {
  tag: '@phone',
}, async ({ page, resident }) => {
  await enterFromHome(page, resident.entry)
  await expect(page.getByRole('heading', { level: 1, name: 'Показания за ноябрь' })).toBeVisible()
  await expect(meter(page, 'Холодная')).toContainText('прошлое: 123,456 м³ (22 октября)')
  await expect(page.getByText('Принимаем по 25 ноября включительно')).toBeVisible()

  await face(page, 'Холодная').pressSequentially('126,670')
  await expect(meter(page, 'Холодная')).toContainText('3,214 м³')
  await expect(meter(page, 'Холодная')).toContainText('215,57 ₽')
  await face(page, 'Горячая').pressSequentially('88.000')
  await expect(meter(page, 'Горячая')).toContainText('0,880 м³')
  await expect(meter(page, 'Горячая')).toContainText('23,63 ₽')
  await expect(page.getByText('239,19 ₽')).toBeVisible()
  await sendButton(page).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Показания приняты' })).toBeVisible()
  await expect(page.getByText(/^Номер подтверждения 2611-\d{7}-\d$/)).toBeVisible()
  await expect(page.getByText('По 25 ноября включительно показания можно заменить')).toBeVisible()
  const taken = page.getByRole('list', { name: 'Показания' }).getByRole('listitem')
  await expect(taken.filter({ hasText: 'Холодная вода' })).toContainText('126,670 м³')
  await expect(taken.filter({ hasText: 'Горячая вода' })).toContainText('88,000 м³')

  const link = await linkInQr(page.getByRole('img', { name: /^QR-код/ }))
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'Проверка подтверждения' })).toBeVisible()
  await expect(page.getByText('126,670 м³')).toBeVisible()
  const digits = (await page.getByRole('main').innerText()).replaceAll(/\D/g, '')
  expect(digits).not.toContain(resident.entry.accountNumber)
})

test('a resident replaces a reading; the older one stays visible and its confirmation says so', {
  tag: '@phone',
}, async ({ page, resident, signIn }) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('126,670')
  await sendButton(page).click()
  const first = page.getByText(/^Номер подтверждения/)
  await expect(first).toBeVisible()
  const firstNumber = (await first.innerText()).slice(-14)
  const firstPage = page.url()

  await page.getByRole('link', { name: 'Исправить показания' }).click()
  await expect(meter(page, 'Холодная')).toContainText('За ноябрь передано 126,670 м³')
  await face(page, 'Холодная').fill('126,570')
  await sendButton(page).click()
  await expect(first).not.toContainText(firstNumber)
  await expect(page.getByText('заменило переданное раньше 126,670 м³')).toBeVisible()
  const secondNumber = (await first.innerText()).slice(-14)

  await page.getByRole('link', { name: 'Исправить показания' }).click()
  await meter(page, 'Холодная').getByText('Что передавали в этом месяце').click()
  const versions = meter(page, 'Холодная').getByRole('listitem')
  await expect(versions.filter({ hasText: '126,570' })).toContainText('учитывается')
  await expect(versions.filter({ hasText: '126,670' })).toContainText('заменено')

  await page.goto(firstPage)
  await expect(page.getByText(`заменено, новое подтверждение ${secondNumber}`)).toBeVisible()
})

test('the confirmation is shown only to the account that sent it', async ({
  page,
  resident,
  signIn,
  given,
}) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('126,670')
  await sendButton(page).click()
  await expect(page.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()
  const stranger = await given.account()
  await signIn(stranger.entry)

  await page.reload()

  await expect(page.getByRole('heading', { name: 'Такой страницы нет' })).toBeVisible()
})

test('whoever leaves takes everything typed with them', async ({ page, resident, signIn }) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('126,670')

  await page.getByRole('button', { name: 'Выйти' }).click()
  await expect(page.getByText('Вы вышли из личного кабинета.')).toBeVisible()

  await signIn(resident.entry)
  await page.goto('/cabinet')
  await expect(face(page, 'Холодная')).toHaveValue('')
})
