import { requests as english } from '../apps/web/src/locales/en/requests.ts'
import { words as englishDesk } from '../apps/web/src/locales/en/staff/index.ts'
import { requests as russian } from '../apps/web/src/locales/ru/requests.ts'
import { words as russianDesk } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { corrected } from './correcting.ts'
import { expect } from './fixtures.ts'
import { test } from './requests-filed.ts'

for (const { language, at, words, staff } of [
  { language: 'ru', at: '', words: russian, staff: russianDesk },
  { language: 'en', at: '/en', words: english, staff: englishDesk },
]) {
  test(`nobody meets a barrier at a correction (${language})`, async ({
    page,
    asks,
    atDesk,
    resident,
    signIn,
  }) => {
    test.slow()
    const { corrections } = words.form
    const look = async () => {
      await expectNoBarriers(page)
      if (language === 'ru') await expectReadableInEveryLook(page)
    }
    const group = page.getByRole('group', { name: corrections.row(1) })
    const typeWrong = async () => {
      await group.getByLabel(corrections.meter, { exact: true }).selectOption(resident.cold.id)
      await group.getByLabel(corrections.month).selectOption('2026-10')
      await group.getByRole('textbox').fill('123,456')
      await expect(group).toContainText(words.faults.codes.same_value)
    }
    const { id } = await asks.file(corrected(resident.cold.id, 122_000))
    await signIn(resident.entry)
    await page.goto(`${at}/cabinet/requests/new/correction`)
    await typeWrong()
    await look()

    await atDesk(['clerk'])
    await page.goto(`${at}/staff/requests/${id}`)
    await page.getByRole('button', { name: staff.requestCard.take }).click()
    await page.getByRole('button', { name: staff.requestCard.correction.approve }).click()
    await expect(page.getByText(staff.requestCard.correction.notCharged)).toBeVisible()
    await look()
    await page.goto(`${at}/staff/accounts/${resident.accountId}/new-request/correction`)
    await typeWrong()
    await look()
  })
}
