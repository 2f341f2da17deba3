import type { Page } from '@playwright/test'
import { words as english } from '../apps/web/src/locales/en/staff/index.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { meter } from './cabinet.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

type Words = typeof russian

/** The old meter leaves with its last reading, the new one comes with its first. */
async function replaceMeter(page: Page, { meters: say }: Words, at: { card: string; serial: string }) {
  const card = page.getByRole('article', { name: at.card })
  await card.getByRole('button').click()
  const window = page.getByRole('dialog')
  await window.getByLabel(say.fields.kind).selectOption(say.kinds.replace)
  await window.getByLabel(say.fields.doneOn).fill('2026-11-10')
  await window.getByLabel(say.fields.actNumber).fill('12-З')
  await window.getByLabel(say.seen.replace ?? '').fill('120')
  const coming = window.getByRole('group', { name: say.newMeter })
  await coming.getByLabel(say.fields.serial).fill(at.serial)
  await coming.getByLabel(say.fields.openingLitres).fill('0.5')
  await coming.getByLabel(say.fields.verificationDueOn).fill('2032-11-20')
  await window.getByRole('button', { name: say.save }).click()
  // Less than the last reading: nothing that was typed is lost.
  await expect(window.getByText(say.faults['below_previous'] ?? '')).toBeVisible()
  await expectNoBarriers(page)
  await expect(coming.getByLabel(say.fields.serial)).toHaveValue(at.serial)
  await window.getByLabel(say.seen.replace ?? '').fill('125.5')
  await window.getByRole('button', { name: say.save }).click()
  await expect(window).toHaveCount(0)
}

for (const { at, words, language } of [
  { language: 'ru', at: '', words: russian },
  { language: 'en', at: '/en', words: english },
]) {
  const { meters: say, circumstances: facts } = words

  test(`an operator replaces a meter and types in what a caller tells (${language})`, async ({
    page,
    given,
    atDesk,
  }) => {
    const { id } = await given.account()
    await given.meter(id, { serial: '07451893' })
    await atDesk(['operator'])
    await page.goto(`${at}/staff/accounts/${id}`)
    await replaceMeter(page, words, { card: '07451893', serial: '900001' })

    const coming = page.getByRole('article', { name: '900001' })
    await expect(coming).toBeVisible()
    const gone = page.getByRole('article', { name: '07451893' })
    await gone.getByText(say.works.title(1)).click()
    await expect(gone.getByRole('table', { name: say.works.label })).toContainText('900001')
    await expectNoBarriers(page)
    if (language === 'ru') await expectReadableInEveryLook(page)

    await page.getByRole('button', { name: say.caller.open }).click()
    const window = page.getByRole('dialog')
    await window.getByRole('button', { name: say.caller.send }).click()
    await expect(window.getByText(say.caller.nothing)).toBeVisible()
    await window.getByRole('textbox', { name: '900001' }).fill('90')
    await window.getByLabel(say.caller.channel).selectOption(say.channels.office)
    await window.getByRole('button', { name: say.caller.send }).click()
    await window.getByLabel(say.caller.confirm.jump).check()
    await expectNoBarriers(page)
    await window.getByRole('textbox', { name: '900001' }).fill('3.25')
    await window.getByRole('button', { name: say.caller.send }).click()
    await expect(window.locator('.secret')).toHaveText(/^2611-\d{7}-\d$/)
    await window.getByRole('button', { name: say.caller.close }).click()

    await coming.getByText(say.readings.title(2)).click()
    await expect(coming.getByRole('table', { name: say.readings.label })).toContainText(say.channels.office)
  })

  test(`a clerk records who was away and takes it back (${language})`, async ({
    page,
    db,
    given,
    atDesk,
  }) => {
    const { id } = await given.account()
    await db.account.update({ where: { id }, data: { isMeterImpossible: true, residentsCount: 2 } })
    await atDesk(['clerk'])
    await page.goto(`${at}/staff/accounts/${id}`)
    const pane = page.getByRole('region', { name: facts.title })
    await pane.getByRole('button', { name: facts.absences.add }).click()
    const window = page.getByRole('dialog')
    await window.getByLabel(facts.fields.leftOn).fill('2026-11-01')
    await window.getByLabel(facts.fields.returnedOn).fill('2026-11-04')
    await window.getByLabel(facts.fields.absent).fill('1')
    await window.getByLabel(facts.fields.document).fill('Билеты')
    await window.getByRole('button', { name: facts.save }).click()
    await expect(window.getByText(facts.faults['too_short'] ?? '')).toBeVisible()
    await expectNoBarriers(page)
    await window.getByLabel(facts.fields.returnedOn).fill('2026-11-14')
    await window.getByRole('button', { name: facts.save }).click()

    await expect(pane.getByRole('table', { name: facts.absences.label })).toContainText('Билеты')
    await expectNoBarriers(page)
    await pane.getByRole('button', { name: facts.withdraw }).click()
    await window.getByLabel(words.people.reason.label).fill('Не тот счёт')
    await window.getByRole('button', { name: facts.withdraw }).click()
    await expect(pane).toContainText(facts.none)
  })

  test(`an operator decides of a reading that waits (${language})`, async ({ page, db, given, atDesk }) => {
    const { id } = await given.account()
    const { id: meterId } = await given.meter(id)
    const month = { meterId, period: new Date('2026-11-01'), takenOn: new Date('2026-11-20') }
    await db.reading.createMany({
      data: [
        { ...month, revision: 2, valueLitres: 126_000, usedLitres: 2544, source: 'account' },
        {
          ...month,
          revision: 3,
          valueLitres: 127_000,
          usedLitres: 3544,
          source: 'accountless',
          state: 'on_review',
          reviewReason: 'over_confirmed',
        },
      ],
    })
    await atDesk(['operator'])
    await page.goto(`${at}/staff/reviews`)
    const own = page.getByRole('row').filter({ has: page.locator(`a[href$="/accounts/${id}"]`) })
    await expect(own).toBeVisible()
    await expectNoBarriers(page)
    await own.getByRole('button', { name: new RegExp(`^${words.reviews.countShort}: `) }).click()
    const window = page.getByRole('dialog')
    await window.getByLabel(words.reviews.reason.label).fill('Позвонили')
    await expectNoBarriers(page)
    await window.getByRole('button', { name: words.reviews.count }).click()

    await expect(own).toHaveCount(0)
    expect(await db.readingReview.count({ where: { meterId } })).toBe(1)
  })
}

test('after a replacement the resident sees the new meter in the cabinet', async ({
  page,
  resident,
  atDesk,
  signIn,
}) => {
  await atDesk(['operator'])
  await page.goto(`/staff/accounts/${resident.accountId}`)
  await replaceMeter(page, russian, { card: resident.cold.serial, serial: '900077' })

  await page.context().clearCookies()
  await signIn(resident.entry)
  await page.goto('/cabinet')

  await expect(page.getByText('0077').first()).toBeVisible()
  await expect(meter(page, 'Горячая вода').first()).toBeVisible()
})
