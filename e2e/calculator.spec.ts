import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { expect, test } from './fixtures.ts'

test('anyone reckons a month, with each line explained, and sends the address', async ({ page }) => {
  await page.goto('/services')
  await page.getByRole('link', { name: /Сколько стоит вода/ }).click()
  const sum = page.getByRole('status')
  await expect(sum).toContainText('335,35 ₽')

  await page.getByLabel('Холодная вода в месяц, м³').fill('4,5')
  await page.getByLabel('Горячая вода в месяц, м³').fill('2')
  await expect(sum).toContainText('355,52 ₽')

  await page.getByRole('button', { name: 'Поверка истекла 4 месяца назад' }).click()
  await expect(sum).toContainText('С показаниями и исправным счётчиком вышло бы на 2 329,16 ₽ меньше')
  const cold = page.getByRole('region', { name: 'Холодная вода' })
  await cold.getByText('Повышающий коэффициент').click()
  await expect(cold).toContainText('18,200 м³ × 3 = 54,600 м³')
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)

  await page.getByLabel('Который месяц после конца поверки').fill('3')
  await cold.getByText('По среднему расходу').click()
  await expect(cold).toContainText('Это 3-й такой месяц подряд')

  await page.getByLabel('Холодная вода в месяц, м³').fill('пять')
  await expect(page.getByText('Введите кубометры, например 5 или 4,5')).toBeVisible()
  await expect(sum).toContainText('Исправьте отмеченное')
  await page.setViewportSize({ width: 375, height: 812 })
  await expectNoBarriers(page)

  await page.getByLabel('Холодная вода в месяц, м³').fill('7')
  const address = page.url()
  await page.goto('/tariffs')
  await page.getByRole('link', { name: 'Посчитать, сколько выйдет за месяц' }).click()
  await expect(page.getByLabel('Холодная вода в месяц, м³')).toHaveValue('5')
  await page.goto(address)
  await expect(page.getByLabel('Холодная вода в месяц, м³')).toHaveValue('7')
  await expect(page.getByRole('radio', { name: 'Истекла поверка счётчика' })).toBeChecked()
})

test('what cannot be reckoned is said in words, in English too', async ({ page }) => {
  await page.goto('/en/calculator?housing=standpipe&metering=none')
  await expect(page.getByText('There is no norm of water or wastewater for such a home.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'The house has a sewer' }).uncheck()
  await expect(page.getByRole('status')).toContainText('₽')
  await expectNoBarriers(page)

  await page.goto('/en/calculator?month=2001-01')
  await expect(page.getByText('Some rules are missing for this month.')).toBeVisible()
})
