import { appeal, filed, heading, pick, send, type } from './filing.ts'
import { expect } from './fixtures.ts'
import { test } from './person.ts'

test('nothing typed is lost when the session has ended, nor when the page is loaded anew', async ({
  page,
  resident,
  signIn,
}) => {
  await signIn(resident.entry)
  await page.goto('/cabinet/requests/new/appeal')
  await pick(page, 'Пожелание')
  await type(page, 'О чём, одной строкой', 'Больше касс')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'О чём, одной строкой' })).toHaveValue('Больше касс')
  await type(page, 'Расскажите подробнее', 'В центре очереди.')
  await page.context().clearCookies()
  await send(page)
  await expect(page).toHaveURL(/\/pokazanie$/)
  await page.getByRole('textbox', { name: 'Лицевой счёт' }).fill(resident.entry.accountNumber)
  await type(page, 'Дом', resident.entry.house)
  await type(page, 'Квартира', resident.entry.flat)
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(heading(page)).toHaveText('Написать обращение')
  await expect(page.getByRole('textbox', { name: 'Расскажите подробнее' })).toHaveValue('В центре очереди.')
  await send(page)
  await filed(page)
})

test('a request whose answer was lost on the way is filed once', async ({
  page,
  db,
  resident,
  signIn,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/)
  await signIn(resident.entry)
  await page.goto('/cabinet/requests/new/appeal')
  await pick(page, 'Благодарность')
  await type(page, 'О чём, одной строкой', 'Спасибо')
  await type(page, 'Расскажите подробнее', 'Быстро пришли.')
  let isLost = false
  await page.route('**/api/v1/cabinet/requests', async (route) => {
    if (isLost || route.request().method() !== 'POST') return route.continue()
    isLost = true
    await route.fetch()
    return route.abort()
  })
  await send(page)
  await expect(page.getByText('Связь прервалась')).toBeVisible()
  await send(page)
  await filed(page)
  expect(await db.serviceRequest.count({ where: { accountId: resident.accountId } })).toBe(1)
})

test('a guest who enters anew is led to number and code for what was filed before', async ({
  page,
  resident,
  signIn,
}) => {
  await signIn(resident.entry)
  await page.goto('/cabinet/requests/new/appeal')
  await appeal(page)
  const { id, number, code } = await filed(page)
  await page.context().clearCookies()
  await signIn(resident.entry)
  await page.goto(`/cabinet/requests/${id}`)
  await page.getByRole('link', { name: 'Открыть по номеру и коду' }).click()
  await type(page, 'Номер заявки', number)
  await type(page, 'Код', code)
  await page.getByRole('button', { name: 'Открыть заявку' }).click()
  await expect(page.getByText('Второй день слабый напор.')).toBeVisible()
})
