import { words as english } from '../apps/web/src/locales/en/staff/index.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

test('an administrator lets a network in, sees its secret once, and switches it off', async ({
  page,
  atDesk,
}) => {
  const { terminals, people } = russian
  const name = `Киоски ${Date.now()}`
  await atDesk(['administrator'])
  await page.goto('/staff/terminals')
  await page.getByRole('button', { name: terminals.add }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(terminals.fields.code).fill(`net-${Date.now()}`)
  await dialog.getByLabel(terminals.fields.name, { exact: true }).fill(name)
  await dialog.getByLabel(terminals.fields.addresses).fill('203.0.113.0/24, 198.51.100.7')
  await dialog.getByRole('button', { name: terminals.add }).click()
  await expect(dialog.locator('.secret').last()).toHaveText(/^rodnik_tn_[\w-]{43}$/)
  await dialog.getByRole('button', { name: terminals.secret.close }).click()

  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText('203.0.113.0/24, 198.51.100.7')
  await row.getByRole('button', { name: terminals.switchOff }).click()
  await dialog.getByLabel(people.reason.label).fill('Договор расторгнут')
  await dialog.getByRole('button', { name: terminals.switchOff }).click()
  await expect(row).toContainText(terminals.off)
})

test('a change of the secret asks for how long the old one works', async ({ page, db, atDesk }) => {
  const { terminals } = russian
  const code = `rot-${Date.now()}`
  await db.$executeRaw`
    INSERT INTO terminal_networks (code, name, protocol, login, secret_hash, addresses, time_zone,
      min_kopecks, max_kopecks, requests_per_minute)
    VALUES (${code}, ${code}, 'osmp', ${code}, sha256('x'), '{203.0.113.7}', 'Europe/Moscow', 100, 1500000, 600)`
  await atDesk(['administrator'])
  await page.goto('/staff/terminals')
  const row = page.getByRole('row').filter({ hasText: code })
  await row.getByRole('button', { name: terminals.rotate }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(terminals.fields.keepHours).fill('200')
  await dialog.getByRole('button', { name: terminals.rotate }).click()
  await expect(dialog.getByText(terminals.faults.keepHours)).toBeVisible()
  await dialog.getByLabel(terminals.fields.keepHours).fill('48')
  await dialog.getByRole('button', { name: terminals.rotate }).click()
  await expect(dialog.locator('.secret').last()).toHaveText(/^rodnik_tn_/)
  await dialog.getByRole('button', { name: terminals.secret.close }).click()
  await expect(row).toContainText(/Прежний секрет действует до/)
})

for (const { language, at, words } of [
  { language: 'ru', at: '', words: russian },
  { language: 'en', at: '/en', words: english },
]) {
  test(`nobody meets a barrier among the terminals (${language})`, async ({ page, db, given, atDesk }) => {
    const { terminals } = words
    const code = `long-${language}-${Date.now()}`
    const { id, number } = await given.account()
    const [network] = await db.$queryRaw<{ id: string }[]>`
      INSERT INTO terminal_networks (code, name, protocol, login, secret_hash, addresses, time_zone,
        min_kopecks, max_kopecks, requests_per_minute)
      VALUES (${code}, 'Объединённая система моментальных платежей Южного Урала и соседних областей', 'biller',
        ${code}, sha256('x'), '{203.0.113.0/24,198.51.100.0/24,2001:db8:1::/48,192.0.2.1}', 'Europe/Moscow',
        100, 1500000, 600) RETURNING id`
    const operation = `payment:terminal:${code}:1`
    await db.$transaction([
      db.$executeRaw`
        WITH t AS (INSERT INTO ledger_transactions (kind, operation, occurred_on, entry_count, actor)
          VALUES ('payment', ${operation}, current_date, 2, 'system') RETURNING id)
        INSERT INTO ledger_entries (transaction_id, line, book, account_id, service, amount_kopecks)
        SELECT id, 1, 'bank'::ledger_book, NULL::uuid, NULL::billed_service, 1000 FROM t
        UNION ALL SELECT id, 2, 'receivable', ${id}::uuid, 'cold_water', -1000 FROM t`,
      db.$executeRaw`
        INSERT INTO terminal_payments (network_id, txn_id, account_id, amount_kopecks, paid_at, paid_on, operation)
        VALUES (${network?.id}::uuid, '1', ${id}::uuid, 1000, now(), current_date, ${operation})`,
      db.$executeRaw`
        INSERT INTO terminal_conflicts (network_id, txn_id, account_number, amount_kopecks)
        VALUES (${network?.id}::uuid, '1', ${number}, 1100)`,
    ])
    await atDesk(['administrator'])
    await page.goto(`${at}/staff/terminals`)
    await expect(page.getByRole('table', { name: terminals.conflicts.list })).toBeVisible()
    await expectNoBarriers(page)
    if (language === 'ru') await expectReadableInEveryLook(page)
    await page.getByRole('button', { name: terminals.add }).click()
    await page.getByRole('dialog').getByRole('button', { name: terminals.add }).click()
    await expect(page.getByText(terminals.faults.addresses)).toBeVisible()
    await expectNoBarriers(page)
  })
}
