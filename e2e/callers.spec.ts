import { requests as russian } from '../apps/web/src/locales/ru/requests.ts'
import { words as russianDesk } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers } from './barriers.ts'
import { fillRow, outcome } from './correcting.ts'
import { test } from './desk.ts'
import { pick, send } from './filing.ts'
import { expect } from './fixtures.ts'

const { corrections: say } = russian.form
const { requestCard } = russianDesk
const { forCaller } = requestCard

test('an operator files an appeal for a caller, and a correction whose sum is told on the phone', async ({
  page,
  atDesk,
  resident,
}) => {
  await atDesk(['operator'])
  await page.goto(`/staff/accounts/${resident.accountId}`)
  await page.getByRole('link', { name: requestCard.ofAccount.file }).click()
  await page.getByLabel(forCaller.kind).selectOption('appeal')
  await expectNoBarriers(page)
  await pick(page, 'Жалоба')
  await page.getByLabel('О чём, одной строкой').fill('Слабый напор')
  await page.getByLabel('Расскажите подробнее').fill('Второй день слабый напор.')
  await send(page)
  const told = page.getByRole('region', { name: forCaller.filed })
  await expect(told.getByText(/^R2611-\d{7}-\d$/)).toBeVisible()
  await expect(told.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toBeVisible()
  await expectNoBarriers(page)
  await told.getByRole('link', { name: forCaller.open }).click()
  await expect(page.getByRole('region', { name: requestCard.who.title })).toContainText(
    requestCard.channels.phone,
  )

  await page.goto(`/staff/accounts/${resident.accountId}/new-request/correction`)
  await page.getByLabel(forCaller.channel).selectOption('office')
  await fillRow(page, { meterId: resident.hot.id, period: '2026-10', litres: 86_000 })
  await expect(outcome(page)).toContainText(say.outcome.notCharged)
  await expectNoBarriers(page)
  await pick(page, 'Ошиблись, когда вводили')
  await send(page)
  await expect(told.getByText(/^R2611-\d{7}-\d$/)).toBeVisible()
  // Corrections are worked on by clerks: an operator is not led to a closed door.
  await expect(told.getByRole('link', { name: forCaller.open })).toHaveCount(0)
})

test('an inspector is offered no filing for callers', async ({ page, atDesk, resident }) => {
  await atDesk(['inspector'])
  await page.goto(`/staff/accounts/${resident.accountId}`)
  await expect(page.getByRole('region', { name: requestCard.ofAccount.title })).toBeVisible()
  await expect(page.getByRole('link', { name: requestCard.ofAccount.file })).toHaveCount(0)
})
