import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { recoveryHash } from '../apps/api/src/modules/auth/recovery-code.ts'
import { addMember } from '../apps/api/src/modules/staff/index.ts'
import type { Db } from '../apps/api/src/platform/db.ts'
import { hashPassword } from '../apps/api/src/platform/passwords.ts'
import { entrance } from '../apps/web/src/locales/ru/entrance.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { test } from './desk.ts'
import { isNewPicture } from './entrance.ts'
import { expect } from './fixtures.ts'
import { readPicture } from './picture.ts'

const { entry, search, account, frame } = russian

/** What the app shows, by the clock of the city. */
async function codeOf(db: Db, secret: string): Promise<string> {
  const [row] = await db.$queryRaw<[{ now: Date }]>`SELECT app_now() AS now`
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: row.now.getTime() })
}

const NEW_PASSWORD = 'зелёная лейка у окна'

async function signIn(page: Page, email: string, password: string) {
  await page.goto('/staff/login')
  await page.getByLabel(entry.login.email).fill(email)
  await page.getByLabel(entry.login.password).fill(password)
  await page.getByRole('button', { name: entry.login.enter }).click()
}

test('a new member changes the password, sets up an authenticator, and comes in with it the next time', async ({
  page,
  db,
  given,
}) => {
  const { entry: guest } = await given.account({ street: 'улица Ключевая', house: '77', flat: '3' })
  const email = `oleg-${Date.now()}@example.ru`
  const { member, oneTimePassword } = await addMember(
    { db },
    { email, name: 'Олег', roles: ['operator'] },
    { by: 'system' },
  )
  await signIn(page, email, oneTimePassword)
  await page.getByLabel(entrance.change.currentIssued).fill(oneTimePassword)
  await page.getByLabel(entrance.change.next, { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('button', { name: entrance.change.save }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(entry.authenticator.title)
  const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
  await page.reload()
  await expect(page.locator('.secret')).toHaveText(secret.replaceAll(/.{4}(?=.)/g, '$& '))
  await page.getByLabel(entry.authenticator.label).fill(await codeOf(db, secret))
  await page.getByRole('button', { name: entry.authenticator.confirm }).click()
  await expect(page.getByRole('list', { name: entry.recovery.list }).getByRole('listitem')).toHaveCount(10)
  await page.getByRole('link', { name: entry.recovery.go }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(search.title)

  await page.getByRole('button', { name: frame.leave }).click()
  // The code just used is used up; half a minute later there is another one.
  await db.secondFactor.update({ where: { userId: member.id }, data: { lastStep: 0 } })
  await signIn(page, email, NEW_PASSWORD)
  await page.getByLabel(entry.code.label).fill(await codeOf(db, secret))
  await page.getByRole('button', { name: entry.code.enter, exact: true }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(search.title)
  await page.keyboard.press('/')
  await page.keyboard.type('ключевая 77-3')
  await expect(page.getByRole('link', { name: /314/ })).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(guest.accountNumber.slice(-2))
  await expect(page.getByRole('region', { name: account.facts.title, exact: true })).toContainText(
    'улица Ключевая, 77-3',
  )
})

test('a recovery code opens the door when the phone is not at hand', async ({ page, db, comeIn, given }) => {
  const user = await given.person({ roles: ['operator'] })
  await comeIn(user)
  await db.session.updateMany({ where: { userId: user.id }, data: { isComplete: false } })
  await page.goto('/staff')
  await page.getByRole('button', { name: entry.code.toRecovery }).click()
  await page.getByLabel(entry.code.recoveryLabel).fill('0000-0000')
  await page.getByRole('button', { name: entry.code.enter, exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(entry.code.wrong)

  await db.recoveryCode.create({
    data: { userId: user.id, hash: Uint8Array.from(recoveryHash('ABCD-1234')) },
  })
  await page.getByLabel(entry.code.recoveryLabel).fill('abcd 1234')
  await page.getByRole('button', { name: entry.code.enter, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(search.title)
})

test('whoever has no phone at hand leaves before the authenticator is set up', async ({
  page,
  newAtDoor,
}) => {
  await newAtDoor()
  await page.goto('/staff/authenticator')
  await page.getByRole('button', { name: frame.leave }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(entry.login.title)
  await page.goto('/staff/authenticator')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(entry.login.title)
})

test('recovery codes are copied as they stand, and printed without what surrounds them', async ({
  page,
  context,
  db,
  newAtDoor,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await newAtDoor()
  await page.goto('/staff/authenticator')
  const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel(entry.authenticator.label).fill(await codeOf(db, secret))
  await page.getByRole('button', { name: entry.authenticator.confirm }).click()
  const codes = page.getByRole('list', { name: entry.recovery.list }).getByRole('listitem')
  await expect(codes).toHaveCount(10)

  await page.getByRole('button', { name: entry.recovery.copy }).click()
  await expect(page.getByText(entry.recovery.copied)).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')).toEqual(await codes.allTextContents())

  await page.getByRole('button', { name: entry.recovery.print }).click()
  await expect(page.locator('body[data-printed]')).toHaveCount(1)
  await page.emulateMedia({ media: 'print' })
  await expect(codes.first()).toBeVisible()
  await expect(page.getByRole('button', { name: entry.recovery.print })).toBeHidden()
  await expect(page.getByRole('link', { name: entry.recovery.go })).toBeHidden()
})

test('after three wrong passwords the console asks for the digits of a picture', async ({
  page,
  db,
  given,
}) => {
  const { id, email } = await given.person({ roles: ['operator'] })
  await db.password.create({ data: { userId: id, hash: await hashPassword(NEW_PASSWORD) } })
  await signIn(page, email ?? '', 'не этот пароль')
  const enter = page.getByRole('button', { name: entry.login.enter })
  const answer = () =>
    page.waitForResponse((response) => response.url().endsWith('/session') && response.status() >= 400)
  await expect(page.getByRole('alert')).toContainText(entry.login.refused.sign_in_failed)
  await Promise.all([answer(), enter.click()])
  await expect(page.getByRole('textbox', { name: 'Цифры с картинки' })).toHaveCount(0)
  const first = page.waitForResponse(isNewPicture)
  await Promise.all([answer(), enter.click()])
  await first

  await page.getByLabel(entry.login.password).fill(NEW_PASSWORD)
  await page.getByRole('textbox', { name: 'Цифры с картинки' }).fill('0')
  const second = page.waitForResponse(isNewPicture)
  await enter.click()
  const { id: pictureId } = (await (await second).json()) as { id: string }
  await expect(page.getByText(entry.login.refused.picture_code_wrong)).toBeVisible()
  await page
    .getByRole('textbox', { name: 'Цифры с картинки' })
    .fill(await readPicture(db, pictureId, 'sign_in'))
  await enter.click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(entry.code.title)
})
