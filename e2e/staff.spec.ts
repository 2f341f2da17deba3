import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

const { account, people, audit, letters, frame } = russian

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
    frame.sections.meters,
    frame.sections.requests,
    frame.sections.visits,
    frame.sections.reference,
    frame.sections.outages,
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
