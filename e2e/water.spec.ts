import { valuesUsing } from '../apps/api/test/monthly-values.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { expect } from './fixtures.ts'
import { test } from './person.ts'

const EVENING = new Date('2026-11-22T18:00:00Z')
const MORNING = new Date('2026-11-23T02:00:00Z')

test('somebody sees why a month was dear, and finds the leak by a test of a night', {
  tag: '@phone',
}, async ({ page, given, aPerson, enter }) => {
  const person = await aPerson()
  const account = await given.account({ residentsCount: 2 })
  await given.meter(account.id, { readings: valuesUsing(4000, 4000, 4000, 4000, 12_000) })
  await given.link(person.id, account.id)
  await enter(page, person)
  await page.clock.setFixedTime(EVENING)
  await page.goto(`/my/accounts/${account.id}`)
  await page.getByRole('link', { name: 'Мой расход' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Мой расход воды')
  await expect(page.getByRole('region', { name: 'Сколько выйдет за ноябрь' })).toContainText('≈')
  await expect(page.getByRole('region', { name: 'Нет ли утечки' })).toContainText(
    /За октябрь счётчик насчитал 12,0.м³, а обычно за столько же дней — 3,9/,
  )
  await expect(page.getByRole('region', { name: 'Поверка счётчиков' })).toContainText('Поверен до 14.03.2029')

  const night = page.getByRole('region', { name: 'Ночная проверка' })
  await night.getByRole('textbox', { name: 'Вечером на счётчике' }).fill('128')
  await night.getByRole('button', { name: 'Записать вечернее показание' }).click()
  await page.reload()
  await expect(night).toContainText('Вечером записано 128,000')
  await night.getByRole('textbox', { name: 'Утром на счётчике' }).fill('128,060')
  await night.getByRole('button', { name: 'Узнать результат' }).click()
  await expect(night).toContainText('Прошло меньше двух часов')
  await page.clock.setFixedTime(MORNING)
  await night.getByRole('button', { name: 'Узнать результат' }).click()
  await expect(night).toContainText('Похоже на утечку')
  await expect(night).toContainText('За 8 часов ушло 60 литров')
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)
})

test('in English too, also for whoever has no meters', async ({ page, given, aPerson, enter }) => {
  const person = await aPerson()
  const account = await given.account()
  await given.link(person.id, account.id)
  await enter(page, person)
  await page.goto(`/en/my/accounts/${account.id}/water`)

  await expect(page.getByRole('region', { name: 'What November will cost' })).toContainText(
    'not charged by meters',
  )
  await expect(page.getByRole('region', { name: 'Verification of meters' })).toContainText(
    'There are no meters.',
  )
  await expectNoBarriers(page)
})
