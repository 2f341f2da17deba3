import type { Page } from '@playwright/test'
import { foundOn, resultOf } from '../apps/api/test/visits.ts'
import { visits } from '../apps/web/src/locales/ru/visits.ts'
import { ask, day, filed, pick, send, type } from './filing.ts'
import { expect } from './fixtures.ts'
import { isDone, type Office, seesTheAnswer, test } from './journeys.ts'
import { openToday, TODAY, WINDOW } from './visiting.ts'

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
