import type { Page } from '@playwright/test'
import { fillEntry, sendButton } from './cabinet.ts'
import { expect, test } from './fixtures.ts'

const row = (page: Page, place: number) => page.getByRole('group', { name: `Счётчик ${place}` })
const reading = (page: Page, place: number) =>
  row(page, place).getByRole('textbox', { name: 'Показание, м³' })
const accepted = (page: Page) => page.getByRole('heading', { level: 1, name: 'Показания приняты' })

test('someone in a hurry sends two readings in one form and is left without a session', {
  tag: '@phone',
}, async ({ page, resident: { entry } }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Передать показания без входа' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Передать показания без входа' })).toBeFocused()
  await fillEntry(page, entry)
  await row(page, 1).getByRole('radio', { name: 'Холодная вода' }).check()
  await reading(page, 1).fill('126,67')
  await page.getByRole('button', { name: 'Добавить ещё счётчик' }).click()
  await expect(row(page, 2).getByRole('radio', { name: 'Горячая вода' })).toBeChecked()
  await reading(page, 2).fill('88.000')
  await sendButton(page).click()

  await expect(accepted(page)).toBeFocused()
  await expect(page.getByText(/^Номер подтверждения 2611-\d{7}-\d$/)).toBeVisible()
  const taken = page.getByRole('list', { name: 'Показания' }).getByRole('listitem')
  await expect(taken.filter({ hasText: 'Холодная вода' })).toContainText('3,214 м³')
  await expect(taken.filter({ hasText: 'Горячая вода' })).toContainText('0,880 м³')

  await page.goto('/cabinet')
  await expect(page).toHaveURL(/\/pokazanie$/)
})

test('far more than usual is asked about inside the form and taken once it is confirmed', async ({
  page,
  given,
}) => {
  const { id, entry } = await given.account()
  await given.meter(id)
  await page.goto('/quick')
  await fillEntry(page, entry)
  await reading(page, 1).fill('203,456')
  await sendButton(page).click()
  await expect(row(page, 1)).toContainText('Получается 80,000 м³')

  await row(page, 1).getByRole('button', { name: 'Всё верно, столько и есть' }).click()
  await sendButton(page).click()

  await expect(accepted(page)).toBeVisible()
})

test('a home with two cold meters is asked for the last digits of the one that is meant', async ({
  page,
  given,
  db,
}) => {
  const { id, entry } = await given.account()
  await given.meter(id, { serial: '07451893' })
  const bathroom = await given.meter(id, { serial: '07451999' })
  await page.goto('/quick')
  await fillEntry(page, entry)
  await reading(page, 1).fill('126,67')
  await sendButton(page).click()

  const ending = row(page, 1).getByRole('textbox', { name: 'Последние цифры номера счётчика' })
  await expect(ending).toBeFocused()
  await expect(ending).toHaveAccessibleDescription(/несколько таких счётчиков/)
  await ending.fill('999')
  await sendButton(page).click()

  await expect(accepted(page)).toBeVisible()
  expect(await db.reading.count({ where: { meterId: bathroom.id, valueLitres: 126_670 } })).toBe(1)
})

test('a wrong flat is answered without a word about the meters, and everything typed stays', async ({
  page,
  resident: { entry },
}) => {
  await page.goto('/quick')
  await fillEntry(page, { ...entry, flat: '46' })
  await reading(page, 1).fill('126,67')
  await sendButton(page).click()

  await expect(page.getByRole('alert')).toContainText('не подходят друг к другу')
  await expect(reading(page, 1)).toHaveValue('126,67')
  await page.getByRole('textbox', { name: 'Квартира' }).fill(entry.flat)
  await sendButton(page).click()
  await expect(accepted(page)).toBeVisible()
})

test('a reading below the previous one is refused next to its digits', async ({
  page,
  resident: { entry },
}) => {
  await page.goto('/quick')
  await fillEntry(page, entry)
  await reading(page, 1).fill('120,000')
  await sendButton(page).click()

  await expect(row(page, 1)).toContainText('меньше прошлого показания')
  await reading(page, 1).fill('126,67')
  await sendButton(page).click()
  await expect(accepted(page)).toBeVisible()
})

test('when the answer is lost on the way, pressing again records the reading once', async ({
  page,
  resident,
  db,
  expectedErrors,
}) => {
  expectedErrors.push(/net::ERR_FAILED/)
  await page.goto('/quick')
  await fillEntry(page, resident.entry)
  await reading(page, 1).fill('126,67')
  await page.route(
    '**/api/v1/quick-submissions',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await sendButton(page).click()
  await expect(page.getByRole('alert')).toBeVisible()

  await sendButton(page).click()

  await expect(accepted(page)).toBeVisible()
  expect(await db.reading.count({ where: { meterId: resident.cold.id, submissionId: { not: null } } })).toBe(
    1,
  )
})

test('whoever sends a second time in the month is told what the new reading has replaced', async ({
  page,
  resident: { entry },
}) => {
  await page.goto('/quick')
  await fillEntry(page, entry)
  await reading(page, 1).fill('126,67')
  await sendButton(page).click()
  await expect(accepted(page)).toBeVisible()
  await expect(page.getByText('заменило переданное раньше')).toHaveCount(0)
  await page.getByRole('button', { name: 'Передать другие показания' }).click()
  await fillEntry(page, entry)
  await reading(page, 1).fill('126,57')
  await sendButton(page).click()

  await expect(page.getByText('заменило переданное раньше 126,670 м³')).toBeVisible()
})

test('an empty form leads to its first field', async ({ page }) => {
  await page.goto('/quick')
  await sendButton(page).click()

  await expect(page.getByRole('textbox', { name: 'Лицевой счёт' })).toBeFocused()
  await expect(page.getByText('Введите показание')).toBeVisible()
})
