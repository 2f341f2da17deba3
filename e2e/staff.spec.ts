import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { recoveryHash } from '../apps/api/src/modules/auth/recovery-code.ts'
import { addMember } from '../apps/api/src/modules/staff/index.ts'
import type { Db } from '../apps/api/src/platform/db.ts'
import { entrance } from '../apps/web/src/locales/ru/entrance.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

const { entry, search, account, people, audit, letters, frame } = russian

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

  await page.goto('/staff')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(entry.authenticator.title)
  const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
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

test('an operator records a holder and closes the entry without registration; the log shows both', async ({
  page,
  given,
  atDesk,
}) => {
  const { id, number } = await given.account()
  await atDesk(['operator', 'administrator'])
  await page.goto(`/staff/accounts/${id}`)
  await page.getByRole('button', { name: account.holder.change }).click()
  await page.getByLabel(account.holder.label).fill('Петрова Анна')
  await page.getByRole('button', { name: account.holder.save, exact: true }).click()
  const facts = page.getByRole('region', { name: account.facts.title, exact: true })
  await expect(facts).toContainText('Петрова Анна')

  await page.getByRole('button', { name: account.accountless.shut }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: account.accountless.shut }).click()
  await expect(dialog.getByText(people.reason.fault)).toBeVisible()
  await dialog.getByLabel(people.reason.label).fill('Заявление № 5')
  await dialog.getByRole('button', { name: account.accountless.shut }).click()
  await expect(page.getByRole('button', { name: account.accountless.open })).toBeVisible()

  await page.goto(`/staff/audit?account=${number}`)
  const row = (action: string) => page.getByRole('row').filter({ hasText: audit.actions[action] ?? action })
  await expect(row('account.holder_recorded')).toContainText('Петрова Анна')
  await expect(row('accountless.switched')).toContainText('Заявление № 5')
})

test('an operator unlinks a stranger from an account and says why', async ({ page, given, atDesk }) => {
  const { id } = await given.account()
  const stranger = await given.person({ name: 'Чужой Человек' })
  await given.link(stranger.id, id)
  await atDesk(['operator'])
  await page.goto(`/staff/accounts/${id}`)
  await page.getByRole('button', { name: `${account.people.end}: Чужой Человек` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(people.reason.label).fill('Выписка из ЕГРН')
  await dialog.getByRole('button', { name: account.people.end }).click()

  await expect(page.getByText(account.people.none)).toBeVisible()
})

test('an administrator adds a member and sees the password once', async ({ page, atDesk }) => {
  await atDesk(['administrator'])
  await page.goto('/staff/members')
  await page.getByRole('button', { name: people.members.add }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(people.members.name).fill('Вера Котова')
  await dialog.getByLabel(people.members.email).fill(`vera-${Date.now()}@example.ru`)
  await dialog.getByRole('checkbox', { name: frame.roles.inspector }).check()
  await dialog.getByRole('button', { name: people.members.add }).click()

  await expect(dialog.locator('.secret')).toHaveText(/^\w{4}(-\w{4}){3}$/)
  await dialog.getByRole('button', { name: people.members.password.close }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Вера Котова' })).toContainText(frame.roles.inspector)
})

test('an inspector is offered neither letters nor members, and their pages say why', async ({
  page,
  atDesk,
  expectedErrors,
}) => {
  expectedErrors.push(/403/)
  await atDesk(['inspector'])
  await page.goto('/staff/members')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(frame.notAllowed.title)
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText([
    frame.sections.search,
    frame.sections.reference,
  ])
})

test('a resident who opens the console is told whose it is', async ({ page, comeIn, given }) => {
  await comeIn(await given.person())
  await page.goto('/staff')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(frame.notStaff.title)
})

test('of letters in trouble a waiting one can be sent at once', async ({ page, db, atDesk }) => {
  const to = `late-${Date.now()}@example.ru`
  const { id } = await db.letter.create({
    data: { toAddress: to, language: 'ru', template: 'export_ready', nextAttemptAt: new Date('2100-01-01') },
  })
  await db.$executeRaw`UPDATE letters SET created_at = app_now() - interval '1 hour' WHERE id = ${id}::uuid`
  await atDesk(['operator'])
  await page.goto('/staff/letters?state=waiting')
  await page.getByRole('button', { name: `${letters.retry}: ${to}` }).click()

  await expect(page.getByRole('row').filter({ hasText: to })).toContainText(letters.retried)
})
