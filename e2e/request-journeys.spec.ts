import type { Page } from '@playwright/test'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { appeal, ask, day, filed, pick, send, type } from './filing.ts'
import { expect } from './fixtures.ts'
import { closes, seesTheAnswer, takes, test } from './journeys.ts'

const { requestCard, circumstances: facts } = russian

// From the first click at home to the closed request, each kind in turn.

/** The card of the account, where the clerk records what was told; then back, and the step is marked. */
async function recordsFacts(
  page: Page,
  add: string,
  fill: (window: ReturnType<Page['getByRole']>) => Promise<void>,
) {
  await page.getByRole('link', { name: requestCard.facts.toAccount }).click()
  const pane = page.getByRole('region', { name: facts.title })
  await pane.getByRole('button', { name: add }).click()
  const window = page.getByRole('dialog')
  await fill(window)
  await window.getByRole('button', { name: facts.save }).click()
  await expect(window).toHaveCount(0)
  await page.goBack()
  await page.getByRole('button', { name: requestCard.facts.mark }).click()
  await expect(page.getByRole('region', { name: requestCard.steps.title })).toContainText(
    requestCard.steps.happened,
  )
}

test('time away: told at home, recorded by a clerk, answered', async ({
  page,
  db,
  given,
  aPerson,
  enter,
  aMember,
}) => {
  const person = await aPerson()
  const account = await given.account()
  await db.account.update({ where: { id: account.id }, data: { isMeterImpossible: true, residentsCount: 2 } })
  await given.link(person.id, account.id)
  await enter(page, person)
  await page.goto(`/my/accounts/${account.id}`)
  await ask(page, 'Пересчитать за время отъезда')
  await type(page, 'Сколько человек уезжало', '1')
  await day(page, 'День отъезда', '2026-11-01')
  await day(page, 'День возвращения', '2026-11-14')
  await pick(page, 'Билетами с вашим именем')
  await send(page)
  const { number } = await filed(page)

  const { page: office } = await aMember('clerk')
  await takes(office, number)
  await recordsFacts(office, facts.absences.add, async (window) => {
    await window.getByLabel(facts.fields.leftOn).fill('2026-11-01')
    await window.getByLabel(facts.fields.returnedOn).fill('2026-11-14')
    await window.getByLabel(facts.fields.absent).fill('1')
    await window.getByLabel(facts.fields.document).fill('Билеты')
  })
  await closes(office, 'Дни отсутствия вычтены.')

  await seesTheAnswer(page, 'Дни отсутствия вычтены.')
})

test('number of residents: told at home, recorded by a clerk, answered', async ({
  page,
  given,
  aPerson,
  enter,
  aMember,
}) => {
  const person = await aPerson()
  const account = await given.account({ residentsCount: 1 })
  await given.link(person.id, account.id)
  await enter(page, person)
  await page.goto(`/my/accounts/${account.id}`)
  await ask(page, 'Изменить число жильцов')
  await type(page, 'Сколько человек живёт теперь', '3')
  await day(page, 'С какого дня', '2026-11-02')
  await pick(page, 'Свидетельством о рождении')
  await send(page)
  const { number } = await filed(page)

  const { page: office } = await aMember('clerk')
  await takes(office, number)
  await recordsFacts(office, facts.persons.add, async (window) => {
    await window.getByLabel(facts.fields.validFrom).fill('2026-11-02')
    await window.getByLabel(facts.fields.persons).fill('3')
    await window.getByLabel(facts.fields.document).fill('Свидетельство')
  })
  await closes(office, 'Записали троих со 2 ноября.')

  await seesTheAnswer(page, 'Записали троих со 2 ноября.')
})

test('an appeal: written at home, answered and closed by an operator', async ({
  page,
  resident,
  signIn,
  aMember,
}) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await ask(page, 'Написать обращение')
  await appeal(page)
  const { number } = await filed(page)

  const { page: office } = await aMember('operator')
  await takes(office, number)
  await closes(office, 'Напор восстановлен.')

  await seesTheAnswer(page, 'Напор восстановлен.')
})
