import type { Page } from '@playwright/test'
import { words as english } from '../apps/web/src/locales/en/staff/index.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

const { integrators, people } = russian

type Program = { clientId: string; secret: string }

/** As a program does it: nothing of the browser goes along. */
async function callsAs(baseURL: string, { clientId, secret }: Program) {
  const answer = await fetch(`${baseURL}/api/v1/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const { access_token: token } = (await answer.json()) as { access_token?: string }
  return (path: string) =>
    fetch(`${baseURL}/api/v1${path}`, { headers: { authorization: `Bearer ${String(token)}` } })
}

async function registers(page: Page, name: string) {
  await page.getByRole('button', { name: integrators.add }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(integrators.form.name, { exact: true }).fill(name)
  await dialog.getByLabel(integrators.form.contact).fill('Игорь, +7 351 200-10-20')
  await dialog.getByLabel(integrators.scopes['accounts:read']).check()
  await dialog.getByLabel(integrators.scopes['meters:read']).check()
  await dialog.getByRole('button', { name: integrators.add }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Issues a secret and closes the window that shows it. */
async function issues(page: Page): Promise<Program> {
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: integrators.secrets.issue }).click()
  await dialog.getByRole('button', { name: integrators.secrets.issue }).click()
  const [clientId, secret] = [dialog.locator('.secret').first(), dialog.locator('.secret').last()]
  await expect(secret).toHaveText(/^rodnik_live_[0-9A-Za-z]{46}$/)
  return { clientId: await clientId.innerText(), secret: await secret.innerText() }
}

test('an administrator registers a program, hands its secret over once, grants a house, and shuts it out', async ({
  page,
  context,
  baseURL,
  given,
  atDesk,
}) => {
  const street = `улица Соглашений ${Date.now()}`
  const account = await given.account({ street, house: '77', flat: '7' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await atDesk(['administrator'])
  await page.goto('/staff/integrators')
  await registers(page, `Домоуправление ${Date.now()}`)

  const program = await issues(page)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: integrators.secrets.copy }).click()
  await expect(dialog.getByText(integrators.secrets.copied)).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(program.secret)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: integrators.secrets.close }).click()
  await expect(page.getByRole('row').filter({ hasText: `…${program.secret.slice(-4)}` })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: integrators.secrets.title })).toBeVisible()
  expect(await page.content()).not.toContain(program.secret)

  await page.getByRole('button', { name: integrators.grants.add }).click()
  await dialog.getByLabel(integrators.grants.street).fill(street)
  await dialog.getByLabel(integrators.grants.houseNumber).fill('д. 77')
  await dialog.getByLabel(integrators.grants.document).fill('Договор № 12 от 01.11.2026')
  await dialog.getByRole('button', { name: integrators.grants.add }).click()
  await expect(page.getByRole('row').filter({ hasText: `${street}, 77` })).toContainText(
    integrators.grants.accounts(1),
  )

  const call = await callsAs(baseURL ?? '', program)
  const answer = await call('/integrator/accounts')
  expect(await answer.json()).toMatchObject({ accounts: [{ number: account.number, street, house: '77' }] })

  await page.getByRole('button', { name: integrators.facts.disable }).click()
  await dialog.getByLabel(people.reason.label).fill('Секрет попал в чужие руки')
  await dialog.getByRole('button', { name: integrators.facts.disable }).click()
  await expect(page.getByText(integrators.off, { exact: true })).toBeVisible()
  expect((await call('/integrator/accounts')).status).toBe(401)
})

test('with two live secrets the next is offered only after one has been taken back', async ({
  page,
  atDesk,
}) => {
  await atDesk(['administrator'])
  await page.goto('/staff/integrators')
  await registers(page, `Обмен ${Date.now()}`)
  const first = await issues(page)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: integrators.secrets.close }).click()
  await issues(page)
  await dialog.getByRole('button', { name: integrators.secrets.close }).click()
  await expect(page.getByRole('button', { name: integrators.secrets.issue })).toBeHidden()

  const ending = integrators.secrets.ending(first.secret.slice(-4))
  await page.getByRole('button', { name: `${integrators.secrets.end}: ${ending}` }).click()
  await dialog.getByLabel(people.reason.label).fill('Заменён новым')
  await dialog.getByRole('button', { name: integrators.secrets.endTitle(first.secret.slice(-4)) }).click()
  await expect(page.getByRole('button', { name: integrators.secrets.issue })).toBeVisible()
})

test('a house that is not there is said at once, and what was typed stays', async ({ page, atDesk }) => {
  await atDesk(['administrator'])
  await page.goto('/staff/integrators')
  await registers(page, `Банк ${Date.now()}`)
  await page.getByRole('button', { name: integrators.grants.add }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(integrators.grants.street).fill('улица Которой Нет')
  await dialog.getByRole('button', { name: integrators.grants.add }).click()
  await expect(dialog.getByText(integrators.grants.faults.house)).toBeVisible()
  await dialog.getByLabel(integrators.grants.houseNumber).fill('1')
  await dialog.getByLabel(integrators.grants.document).fill('Договор № 1')
  await dialog.getByRole('button', { name: integrators.grants.add }).click()
  await expect(dialog.getByText(integrators.grants.refused.house_unknown)).toBeVisible()
  await expect(dialog.getByLabel(integrators.grants.street)).toHaveValue('улица Которой Нет')
})

for (const { language, at, words } of [
  { language: 'ru', at: '', words: russian },
  { language: 'en', at: '/en', words: english },
]) {
  test(`nobody meets a barrier among the programs (${language})`, async ({ page, db, given, atDesk }) => {
    const { integrators: said } = words
    const { id: accountId } = await given.account()
    const name = `Объединённая система обмена данными управляющих компаний Южного Урала ${language} ${Date.now()}`
    const { id } = await db.integrator.create({
      data: {
        kind: 'management_company',
        name,
        contact:
          'Константинопольская Александра Владимировна, +7 351 200-10-20, a.konstantinopolskaya@example.ru',
        scopes: ['accounts:read', 'meters:read', 'readings:write'],
        requestsPerMinute: 600,
        grants: {
          create: {
            accountId,
            document: 'Договор № 12',
            startsAt: new Date('2026-01-01'),
            givenBy: 'system',
          },
        },
        secrets: {
          create: {
            slot: 1,
            secretHash: Buffer.alloc(32, `${language}${Date.now()}`),
            ending: 'aB3d',
            wishKey: name,
            issuedBy: 'system',
          },
        },
        calls: { create: { day: new Date(), status: 200, calls: 1_234_567, lastAt: new Date() } },
      },
    })
    await atDesk(['administrator'])
    await page.goto(`${at}/staff/integrators`)
    await expect(page.getByRole('link', { name })).toBeVisible()
    await expectNoBarriers(page)
    await page.goto(`${at}/staff/integrators/${id}`)
    await expect(page.getByRole('table', { name: said.calls.list })).toBeVisible()
    await expectNoBarriers(page)
    if (language === 'ru') await expectReadableInEveryLook(page)
    await page.getByRole('button', { name: said.grants.add }).click()
    await page.getByRole('dialog').getByRole('button', { name: said.grants.add }).click()
    await expect(page.getByText(said.grants.faults.document)).toBeVisible()
    await expectNoBarriers(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: said.facts.change }).click()
    await expectNoBarriers(page)
  })
}
