import { words as english } from '../apps/web/src/locales/en/staff/index.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

for (const { at, words, language } of [
  { language: 'ru', at: '', words: russian },
  { language: 'en', at: '/en', words: english },
]) {
  const { recalculations: say } = words
  const { dialog } = say

  test(`a clerk sees what an inspection will cost, records it and takes it back (${language})`, async ({
    page,
    given,
    atDesk,
  }) => {
    const { id } = await given.account()
    const readings = { '2026-08': 117_000, '2026-09': 120_000, '2026-10': 123_000, '2026-11': 126_000 }
    await given.meter(id, { serial: '07451893', readings })
    await atDesk(['clerk'])
    await page.goto(`${at}/staff/accounts/${id}`)
    const pane = page.getByRole('region', { name: say.title })
    await expect(pane).toContainText(say.none)

    await pane.getByRole('button', { name: say.add }).click()
    const window = page.getByRole('dialog')
    await window.getByRole('radio', { name: say.kinds.inspection }).check()
    await window.getByRole('button', { name: dialog.steps.preview }).click()
    await expect(window.getByText(dialog.faults.foundOn)).toBeVisible()
    await expectNoBarriers(page)

    await window.getByLabel(dialog.foundOn.inspection).fill('2026-11-21')
    await window.getByLabel(dialog.foundLitres).fill(language === 'ru' ? '130,5' : '130.5')
    await window.getByLabel(dialog.reason).fill('Акт проверки № 12')
    await window.getByRole('button', { name: dialog.steps.preview }).click()
    const table = window.getByRole('table', { name: say.preview.title })
    await expect(table).toContainText(language === 'ru' ? '7,500 м³' : '7.500 m³')
    await expectNoBarriers(page)
    if (language === 'ru') await expectReadableInEveryLook(page)

    // Another reading is looked at anew before it is recorded.
    await window.getByLabel(dialog.foundLitres).fill('131')
    await expect(table).toHaveCount(0)
    await window.getByRole('button', { name: dialog.steps.preview }).click()
    await window.getByRole('button', { name: dialog.steps.save }).click()

    await expect(window).toHaveCount(0)
    await expect(pane.getByRole('table')).toContainText(say.states.waiting)
    await expect(pane.getByRole('table')).toContainText('Акт проверки № 12')
    await expectNoBarriers(page)

    await pane.getByRole('button', { name: say.withdraw }).click()
    await window.getByLabel(words.people.reason.label).fill('Не тот счётчик')
    await window.getByRole('button', { name: say.withdraw }).click()
    await expect(pane.getByRole('table')).toContainText(say.states.withdrawn)
    await expect(pane.getByRole('button', { name: say.withdraw })).toHaveCount(0)
  })
}

test('an inspector looks at recalculations and is offered none', async ({ page, given, atDesk }) => {
  const { id } = await given.account()
  await atDesk(['inspector'])
  await page.goto(`/staff/accounts/${id}`)

  const pane = page.getByRole('region', { name: russian.recalculations.title })
  await expect(pane).toContainText(russian.recalculations.none)
  await expect(pane.getByRole('button')).toHaveCount(0)
})
