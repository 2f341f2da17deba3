import { words as english } from '../apps/web/src/locales/en/staff/index.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { expect } from './fixtures.ts'
import { test } from './requests-filed.ts'

for (const { language, at, words } of [
  { language: 'ru', at: '', words: russian },
  { language: 'en', at: '/en', words: english },
]) {
  test(`nobody meets a barrier at the desk of requests (${language})`, async ({
    page,
    atDesk,
    asks,
    resident,
    db,
  }) => {
    const { requestQueue: queue, requestCard: card, answerTemplates: templates } = words
    const look = async () => {
      await expectNoBarriers(page)
      if (language === 'ru') await expectReadableInEveryLook(page)
    }
    const request = await asks.file()
    const sealing = await asks.file({
      kind: 'sealing',
      fields: { meterIds: [resident.cold.id, resident.hot.id], reason: 'verified' },
    })
    await asks.dueOn(request.id, '2026-11-19')
    await asks.dueOn(sealing.id, '2026-11-22')
    await db.answerTemplate.create({
      data: { name: `Приём ${language}`, kind: null, text: 'Принято {номер}' },
    })
    await atDesk(['operator'], 'Константин Константинопольский')

    await page.goto(`${at}/staff/requests?account=${resident.entry.accountNumber}`)
    await page.getByRole('checkbox', { name: queue.pick(request.number) }).check()
    await look()
    await page.getByRole('button', { name: queue.selection.take, exact: true }).click()
    await expect(page.getByRole('table', { name: queue.bulk.columns.outcome })).toBeVisible()
    await look()
    await page.goto(`${at}/staff/requests/${sealing.id}`)
    await expect(page.getByText(resident.cold.serial)).toBeVisible()
    await page.getByRole('button', { name: card.take }).click()
    await page.getByRole('button', { name: card.answer.send.asked }).click()
    await expect(page.getByText(card.answer.empty)).toBeVisible()
    await look()
    await page.goto(`${at}/staff/answer-templates`)
    await expect(page.getByRole('table', { name: templates.title })).toBeVisible()
    await look()
    await page.goto(`${at}/staff/accounts/${resident.accountId}`)
    await expect(page.getByRole('region', { name: card.ofAccount.title })).toContainText(request.number)
    await look()
  })
}
