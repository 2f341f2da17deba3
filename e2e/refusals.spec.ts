import { face, meter, sendButton } from './cabinet.ts'
import { expect, test } from './fixtures.ts'

/** Half a year in which a family used 3 m³ a month. */
const usualMonths = {
  '2026-04': 100_000,
  '2026-05': 103_000,
  '2026-06': 106_000,
  '2026-07': 109_000,
  '2026-08': 112_000,
  '2026-09': 115_000,
  '2026-10': 118_000,
}

test('a reading below the previous one is refused, and the next step leads back to the digits', async ({
  page,
  resident,
  signIn,
}) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('120,000')
  await face(page, 'Холодная').press('Tab')
  await expect(meter(page, 'Холодная')).toContainText('меньше прошлого показания (123,456 м³)')

  await meter(page, 'Холодная').getByRole('button', { name: 'Исправить цифры' }).click()
  await expect(face(page, 'Холодная')).toBeFocused()
  await page.keyboard.type('126,670')

  await expect(meter(page, 'Холодная')).toContainText('3,214 м³')
})

test('someone who left the comma out is offered the value with the comma', async ({
  page,
  given,
  signIn,
}) => {
  const { id, entry } = await given.account()
  await given.meter(id, { readings: { '2026-10': 1_456 } })
  await signIn(entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('4670')
  await face(page, 'Холодная').press('Tab')
  await expect(meter(page, 'Холодная')).toContainText('пропущена запятая')

  await meter(page, 'Холодная').getByRole('button', { name: 'Поставить 4,670' }).click()

  await expect(face(page, 'Холодная')).toHaveValue('4,670')
  await expect(meter(page, 'Холодная')).toContainText('3,214 м³')
})

test('far more than usual is asked about in place, and taken once it is confirmed', async ({
  page,
  given,
  signIn,
}) => {
  const { id, entry } = await given.account()
  await given.meter(id, { readings: usualMonths })
  await signIn(entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('138,000')
  await sendButton(page).click()
  await expect(meter(page, 'Холодная')).toContainText('Получается 20,000 м³, а обычно 3,000 м³ в месяц')

  await meter(page, 'Холодная').getByRole('button', { name: 'Всё верно, столько и есть' }).click()
  await expect(meter(page, 'Холодная')).toContainText('Вы подтвердили эти цифры')
  await sendButton(page).click()

  await expect(page.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()
})

test('the sum says which typed meter it leaves out, until the doubt about it is confirmed', async ({
  page,
  given,
  signIn,
}) => {
  const { id, entry } = await given.account()
  await given.meter(id, { readings: usualMonths })
  await given.meter(id, { service: 'hot' })
  await signIn(entry)
  await page.goto('/cabinet')
  await face(page, 'Горячая').fill('126,670')
  await face(page, 'Холодная').fill('138,000')
  await expect(page.getByText('В сумму пока не вошло: Холодная вода')).toBeVisible()

  await face(page, 'Холодная').press('Tab')
  await meter(page, 'Холодная').getByRole('button', { name: 'Всё верно, столько и есть' }).click()

  await expect(page.getByText('В сумму пока не вошло')).toHaveCount(0)
})

test('a meter that passed all nines is asked about and goes on from zero', async ({
  page,
  given,
  signIn,
}) => {
  const { id, entry } = await given.account()
  await given.meter(id, { readings: { '2026-10': 99_998_500 } })
  await signIn(entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('00001,200')
  await sendButton(page).click()
  await expect(meter(page, 'Холодная')).toContainText('расход 2,700 м³')

  await meter(page, 'Холодная').getByRole('button', { name: 'Да, счётчик начал с нуля' }).click()
  await sendButton(page).click()

  await expect(page.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()
  await expect(page.getByText('счётчик начал с нуля')).toBeVisible()
})

test('new digits take back what was confirmed about the old ones', async ({ page, given, signIn }) => {
  const { id, entry } = await given.account()
  await given.meter(id, { readings: usualMonths })
  await signIn(entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('138,000')
  await face(page, 'Холодная').press('Tab')
  await meter(page, 'Холодная').getByRole('button', { name: 'Всё верно, столько и есть' }).click()

  await face(page, 'Холодная').fill('148,000')
  await sendButton(page).click()

  await expect(meter(page, 'Холодная')).toContainText('Получается 30,000 м³')
  await expect(page.getByRole('heading', { level: 1, name: 'Показания за ноябрь' })).toBeVisible()
})

test('a meter with expired verification still takes readings and says what follows', async ({
  page,
  given,
  signIn,
}) => {
  const { id, entry } = await given.account()
  await given.meter(id, { verificationDueOn: '2026-10-01' })
  await signIn(entry)
  await page.goto('/cabinet')
  await expect(meter(page, 'Холодная')).toContainText('поверка истекла')
  await face(page, 'Холодная').fill('126,670')
  await expect(meter(page, 'Холодная')).toContainText('могут посчитать по нормативу')

  await sendButton(page).click()

  await expect(page.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('поверка истекла')
})

test('a removed meter takes no digits and says so', async ({ page, given, signIn }) => {
  const { id, entry } = await given.account()
  await given.meter(id)
  await given.meter(id, { service: 'hot', removedOn: '2026-11-10' })
  await signIn(entry)
  await page.goto('/cabinet')

  await expect(face(page, 'Холодная')).toBeVisible()
  await expect(face(page, 'Горячая')).toHaveCount(0)
})

test('an account without meters says when they will appear', async ({ page, given, signIn }) => {
  const { entry } = await given.account()
  await signIn(entry)
  await page.goto('/cabinet')

  await expect(page.getByRole('main')).toContainText('Счётчиков на этом счёте нет')
  await expect(sendButton(page)).toHaveCount(0)
})
