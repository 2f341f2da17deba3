import type { Page } from '@playwright/test'
import { sessionCookies } from '../apps/api/test/session-cookies.ts'
import { foundOn, resultOf } from '../apps/api/test/visits.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { visits } from '../apps/web/src/locales/ru/visits.ts'
import type { StaffRole } from '../packages/contract/src/endpoint.ts'
import { appeal, ask, day, filed, pick, send, type } from './filing.ts'
import { expect } from './fixtures.ts'
import { test as base } from './person.ts'
import { openToday, TODAY, WINDOW } from './visiting.ts'

const { requestCard, requestQueue, circumstances: facts } = russian

type Office = { page: Page; id: string }

/** From the first click of somebody at home to the closed request, each kind in turn. */
const test = base.extend<{ aMember: (role: StaffRole) => Promise<Office> }>({
  aMember: async ({ given, otherPage, db, baseURL }, provide) => {
    await provide(async (role) => {
      const member = await given.person({ roles: [role], name: 'Ольга Смирнова' })
      const page = await otherPage()
      const cookies = await sessionCookies(db, process.env['E2E_SESSION_SECRET'] ?? '', member)
      await page.context().addCookies(
        Object.entries(cookies).map(([name, value]) => ({
          name,
          value,
          url: baseURL ?? '',
          httpOnly: true,
        })),
      )
      return { page, id: member.id }
    })
  },
})

/** The office opens it from its queue and takes it. */
async function takes(page: Page, number: string) {
  await page.goto(`/staff/requests?find=${number}`)
  await page.getByRole('link', { name: number }).click()
  await page.getByRole('button', { name: requestCard.take }).click()
}

async function closes(page: Page, text: string) {
  await page.getByRole('radio', { name: requestCard.answer.types.done }).check()
  await page.getByLabel(requestCard.answer.text, { exact: true }).fill(text)
  await page.getByRole('button', { name: requestCard.answer.send.done }).click()
  await isDone(page)
}

const isDone = (page: Page) =>
  expect(page.getByRole('region', { name: requestCard.who.title })).toContainText(requestQueue.states.done)

async function seesTheAnswer(page: Page, text: string | RegExp) {
  await page.reload()
  await expect(page.getByRole('region', { name: 'Сейчас' })).toContainText('выполнена')
  await expect(page.getByText(text).first()).toBeVisible()
}

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

/** Chooses today's window on the page of the request, and the office sends the inspector. */
async function inspectorComes(
  page: Page,
  requestId: string,
  { operator, inspector }: { operator: Office; inspector: Office },
) {
  await page.goto(`/cabinet/requests/${requestId}`)
  const panel = page.getByRole('region', { name: visits.heading })
  await panel.getByLabel(visits.choose.day).selectOption(TODAY)
  await panel.getByLabel(visits.window(WINDOW, '18:00')).check()
  const chosen = page.waitForResponse(
    (answer) => answer.url().endsWith('/visits') && answer.request().method() === 'POST',
  )
  await panel.getByRole('button', { name: visits.choose.save }).click()
  const { current } = (await (await chosen).json()) as { current: { id: string } }
  const sent = await operator.page.request.post('/api/v1/staff/visits/assignments', {
    data: { visitIds: [current.id], inspectorId: inspector.id },
  })
  expect(sent.ok(), await sent.text()).toBe(true)
  return current.id
}

/** What the phone of the inspector sends; its page is another journey. */
async function records(inspector: Office, visitId: string, result: object) {
  const recorded = await inspector.page.request.post(`/api/v1/staff/field/visits/${visitId}/result`, {
    data: { ...result, enteredAt: `${TODAY}T10:20:00.000Z` },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect(recorded.ok(), await recorded.text()).toBe(true)
}

test.describe('what an inspector comes for', () => {
  test.beforeEach(({ db }) => openToday(db))

  test('a check: called at home, done at the door, closed by the act', async ({
    page,
    given,
    signIn,
    aMember,
  }) => {
    const { id, entry } = await given.account()
    const meter = await given.meter(id)
    await signIn(entry)
    await page.goto('/cabinet')
    await ask(page, 'Вызвать контролёра')
    await pick(page, 'Счётчик сломался или стоит')
    await send(page)
    const request = await filed(page)
    const [operator, inspector] = [await aMember('operator'), await aMember('inspector')]
    const visitId = await inspectorComes(page, request.id, { operator, inspector })

    await records(inspector, visitId, resultOf([foundOn(meter.id)]))

    await operator.page.goto(`/staff/requests/${request.id}`)
    await isDone(operator.page)
    await seesTheAnswer(page, visits.states.done)
  })

  test('a new meter: told of at home, put into use at the door, closed by the act', async ({
    page,
    db,
    given,
    signIn,
    aMember,
  }) => {
    const { id, entry } = await given.account()
    await signIn(entry)
    await page.goto('/cabinet')
    await ask(page, 'Принять новый счётчик')
    await pick(page, 'Поставили, раньше счётчика не было')
    await pick(page, 'Холодная')
    await type(page, 'Марка счётчика', 'СВК-15')
    await type(page, 'Заводской номер', '12345678')
    await day(page, 'Когда поставили', '2026-11-10')
    await type(page, 'Кто ставил', 'ООО «Счётчик»')
    await send(page)
    const request = await filed(page)
    const [operator, inspector] = [await aMember('operator'), await aMember('inspector')]
    const visitId = await inspectorComes(page, request.id, { operator, inspector })
    const newMeter = {
      replacesMeterId: null,
      service: 'cold',
      serial: '12345678',
      type: 'СВК-15',
      place: 'кухня',
      wholeDigits: 5,
      fractionDigits: 3,
      nominalLitresPerHour: 1500,
      verifiedOn: null,
      verificationDueOn: '2032-11-20',
      sealNumber: '74 00990018',
      valueLitres: 12,
    }

    await records(inspector, visitId, resultOf([], { newMeters: [newMeter] }))

    await operator.page.goto(`/staff/requests/${request.id}`)
    await isDone(operator.page)
    await seesTheAnswer(page, visits.states.done)
    expect(await db.meter.findFirst({ where: { accountId: id } })).toMatchObject({
      sealNumber: '74 00990018',
    })
  })
})
