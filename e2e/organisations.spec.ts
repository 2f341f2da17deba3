import type { Page } from '@playwright/test'
import { verifyPassword } from '../apps/api/src/platform/passwords.ts'
import { aLegalEntity } from '../apps/api/test/organisations.ts'
import { sessionCookies } from '../apps/api/test/session-cookies.ts'
import { words as english } from '../apps/web/src/locales/en/staff/index.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test as base, expect } from './fixtures.ts'

/** A browser at the desk, with an operator signed in. */
const test = base.extend<{ operator: Page }>({
  operator: async ({ page, context, given, db, baseURL }, provide) => {
    const user = await given.person({ roles: ['operator'], name: 'Ольга Смирнова' })
    const cookies = await sessionCookies(db, process.env['E2E_SESSION_SECRET'] ?? '', user)
    await context.addCookies(
      Object.entries(cookies).map(([name, value]) => ({ name, value, url: baseURL ?? '', httpOnly: true })),
    )
    await provide(page)
  },
})

const { form, documents, credentials, issue, issued, list, accounts } = russian.organisations
const LEGAL = russian.organisations.kinds.legal_entity

async function fillIn(page: Page, facts = aLegalEntity()) {
  await page.getByRole('radio', { name: LEGAL }).check()
  await page.getByLabel(form.name, { exact: true }).fill(facts.name)
  await page.getByLabel(form.inn, { exact: true }).fill(facts.inn)
  await page.getByLabel(form.kpp, { exact: true }).fill(facts.kpp)
  await page.getByLabel(form.ogrn.legal_entity, { exact: true }).fill(facts.ogrn)
  await page.getByLabel(form.contactName).fill(facts.contactName)
  await page.getByLabel(form.contactEmail).fill(facts.contactEmail)
  await page.getByLabel(form.contactPhone).fill(facts.contactPhone)
  for (const { kind } of facts.documents) await page.getByRole('checkbox', { name: documents[kind] }).check()
  return facts
}

async function order(page: Page, button: string, reason?: string) {
  await page.getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(issue.document).fill('паспорт 7500 123456, Иванова М. П.')
  if (reason !== undefined) await dialog.getByLabel(issue.reason).fill(reason)
  await dialog.getByRole('button', { name: issue.confirm, exact: true }).click()
  await expect(dialog.getByRole('heading', { name: issued.title })).toBeVisible()
  const [login = '', password = ''] = await dialog.locator('.secret').allTextContents()
  return { login, password, dialog }
}

test('@phone an organisation is registered, gets its credentials once, and others when it lost them', async ({
  operator: page,
  given,
  db,
}) => {
  const account = await given.account({ kind: 'legal' })
  await page.goto('/staff/organisations/new')
  const facts = await fillIn(page)
  await page.getByLabel(form.accounts).fill(account.number)
  await page.getByRole('button', { name: form.send }).click()
  await expect(page.getByRole('heading', { level: 1, name: facts.name })).toBeVisible()
  await expect(page.getByRole('region', { name: accounts.title })).toContainText(account.number.slice(0, 3))

  const first = await order(page, credentials.issue)
  expect(first.login).toMatch(/^U-\d+$/)
  await page.keyboard.press('Escape')
  await expect(first.dialog.getByText(first.password)).toBeVisible()
  await first.dialog.getByRole('button', { name: issued.close }).click()
  await expect(page.getByText(first.password)).toHaveCount(0)
  await expect(page.getByText(russian.organisations.states.waiting)).toBeVisible()

  const second = await order(page, credentials.reissue, 'пароль утерян')
  expect(second.login).toBe(first.login)
  await second.dialog.getByRole('button', { name: issued.close }).click()
  await expect(page.getByText('пароль утерян')).toBeVisible()
  const user = await db.user.findUniqueOrThrow({ where: { login: first.login }, include: { password: true } })
  expect(await verifyPassword(user.password?.hash, first.password)).toBe(false)
  expect(await verifyPassword(user.password?.hash, second.password)).toBe(true)

  await page.goto('/staff/organisations')
  await page.getByRole('searchbox', { name: list.label }).fill(first.login)
  await page.getByRole('button', { name: list.find }).click()
  await page.getByRole('link', { name: facts.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: facts.name })).toBeVisible()
})

test('the sheet to hand over opens as a PDF of its own', async ({ operator: page }) => {
  await page.goto('/staff/organisations/new')
  await fillIn(page)
  await page.getByRole('button', { name: form.send }).click()
  const { dialog } = await order(page, credentials.issue)

  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    dialog.getByRole('button', { name: issued.print }).click(),
  ])

  expect(tab.url()).toMatch(/^(blob:|about:blank|$)/)
})

test('a typing error in a number is found while it is typed, and the server’s reasons stand at their fields', async ({
  operator: page,
  given,
}) => {
  const resident = await given.account()
  await page.goto('/staff/organisations/new')
  const facts = await fillIn(page)
  const wrong = facts.inn.slice(0, -1) + ((Number(facts.inn.slice(-1)) + 1) % 10)
  await page.getByLabel(form.inn, { exact: true }).fill(wrong)
  await expect(page.getByText(form.faults.numbers.wrong_check)).toBeVisible()
  await page.getByLabel(form.inn, { exact: true }).fill(facts.inn)
  await expect(page.getByText(form.faults.numbers.wrong_check)).toHaveCount(0)

  await page.getByLabel(form.accounts).fill(resident.number)
  await page.getByRole('button', { name: form.send }).click()
  await expect(page.getByText(form.faults.account(resident.number, 'not_legal'))).toBeVisible()
})

for (const { language, at, words } of [
  { language: 'ru', at: '', words: russian.organisations },
  { language: 'en', at: '/en', words: english.organisations },
]) {
  test(`nobody meets a barrier at the desk for organisations (${language})`, async ({
    operator: page,
    db,
  }) => {
    const check = async () => {
      await expectNoBarriers(page)
      if (language === 'ru') await expectReadableInEveryLook(page)
    }
    const { documents: shown, accounts: _none, ...facts } = aLegalEntity()
    const { id } = await db.organisation.create({ data: { ...facts, documents: { create: shown } } })

    await page.goto(`${at}/staff/organisations?query=${facts.inn}`)
    await expect(page.getByRole('link', { name: facts.name })).toBeVisible()
    await check()

    await page.goto(`${at}/staff/organisations/new`)
    await page.getByRole('checkbox', { name: words.documents.charter }).check()
    await page.getByRole('button', { name: words.form.send }).click()
    await expect(page.getByText(words.form.faults.name)).toBeVisible()
    await check()

    await page.goto(`${at}/staff/organisations/${id}`)
    await page.getByRole('button', { name: words.card.change }).click()
    await check()
    await page.getByRole('button', { name: words.credentials.issue }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.issue.confirm, exact: true }).click()
    await expect(page.getByText(words.issue.faults.document)).toBeVisible()
    await check()
    await page.getByRole('dialog').getByLabel(words.issue.document).fill('passport')
    await page.getByRole('dialog').getByRole('button', { name: words.issue.confirm, exact: true }).click()
    await expect(page.getByRole('heading', { name: words.issued.title })).toBeVisible()
    await check()
  })
}
