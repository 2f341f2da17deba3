import { hashPassword } from '../apps/api/src/platform/passwords.ts'
import { expectNoBarriers } from './barriers.ts'
import { passwordField, signInWith } from './entrance.ts'
import { expect, test } from './fixtures.ts'

const ONE_TIME = 'из-офиса-7294'

test('an organisation signs in with what the office issued and must choose its own password', {
  tag: '@phone',
}, async ({ page, given, db }) => {
  const { id, login } = await given.person({ kind: 'organisation' })
  const hash = await hashPassword(ONE_TIME)
  const expiresAt = new Date('2026-12-22T12:00:00Z')
  await db.password.create({ data: { userId: id, hash, mustChange: true, expiresAt } })
  await page.goto('/business')
  await expect(page.getByText('По почте его не восстановить')).toBeVisible()
  await signInWith(page, 'Логин', login ?? '', ONE_TIME)

  await expect(page).toHaveURL(/\/password$/)
  await expect(page.getByText('Пароль из офиса уже использован')).toBeVisible()
  await expectNoBarriers(page)
  await passwordField(page, 'Пароль, с которым вы только что вошли').fill(ONE_TIME)
  await passwordField(page, 'Новый пароль').fill('водомерный узел в подвале')
  await page.getByRole('button', { name: 'Сменить пароль' }).click()
  await expect(page).toHaveURL(/\/my$/)

  await page.getByRole('button', { name: 'Выйти' }).click()
  await page.goto('/business')
  await signInWith(page, 'Логин', login ?? '', ONE_TIME)
  await expect(page.getByRole('alert')).toContainText('Логин и пароль не подходят')
})
