import { field } from '../apps/web/src/locales/ru/field.ts'
import { visits as residents } from '../apps/web/src/locales/ru/visits.ts'
import { expectNoBarriers } from './barriers.ts'
import { test as desk } from './desk.ts'
import { expect } from './fixtures.ts'
import { atHome } from './visiting.ts'

const test = desk

test('a visit that nobody recorded is before the office, and whoever waited is told the truth at last', async ({
  page,
  browser,
  baseURL,
  extraHTTPHeaders,
  db,
  resident,
  given,
  comeIn,
}) => {
  const { home, requestId } = await atHome(browser, resident, {
    baseURL: baseURL ?? '',
    headers: extraHTTPHeaders ?? {},
    phone: true,
  })
  const ivan = await given.person({ roles: ['inspector'], name: 'Иван Кузнецов' })
  const { id: visitId } = await db.visit.create({
    data: {
      requestId,
      accountId: resident.accountId,
      districtCode: 'central',
      day: new Date('2026-11-20T00:00:00Z'),
      windowFrom: '09:00',
      windowTo: '12:00',
      place: 60,
      inspectorId: ivan.id,
      bookedBy: 'system',
    },
  })
  await db.serviceRequest.update({ where: { id: requestId }, data: { state: 'visit' } })

  await comeIn(await given.person({ roles: ['operator'], name: 'Ольга Смирнова' }))
  await page.goto('/staff/visits')
  const pane = page.getByRole('region', { name: /Нет записи контролёра/ })
  await expect(pane.getByRole('row').filter({ hasText: '20.11.2026' })).toContainText('Иван Кузнецов')
  await expectNoBarriers(page)

  // Nobody came, says whoever waited; then the record of the inspector comes out of the basement.
  await home.goto(`/cabinet/requests/${requestId}`)
  await home.getByRole('button', { name: residents.nobody, exact: true }).click()
  await home.getByRole('button', { name: residents.nobodySure }).click()
  await expect(home.getByText(residents.missedBy.utility)).toBeVisible()
  await page.context().clearCookies()
  await comeIn(ivan)
  await page.goto('/staff/field')
  const entry = {
    key: crypto.randomUUID(),
    visitId,
    inspectorId: ivan.id,
    day: '2026-11-20',
    state: 'waiting',
    actNumber: null,
    refusal: null,
    result: {
      outcome: 'nobody_home',
      enteredAt: '2026-11-20T05:30:00.000Z',
      note: '',
    },
    photos: [],
  }
  await page.evaluate(putIntoPhone, { store: 'outbox', key: entry.key, value: entry })
  await page.reload()
  await expect.poll(() => db.visitResult.count({ where: { visitId } })).toBe(1)

  await home.reload()
  await expect(home.getByText(residents.missedBy.resident)).toBeVisible()
  await expect(home.getByText(/Контролёр приезжал: его запись дошла до нас позже/)).toBeVisible()
  await expectNoBarriers(home)
  await home.context().close()
})

test('a photo that was refused stays on the phone with its reason until somebody has read it', async ({
  page,
  given,
  comeIn,
}) => {
  const ivan = await given.person({ roles: ['inspector'], name: 'Иван Кузнецов' })
  await comeIn(ivan)
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto('/staff/field')
  await expect(page.getByText(field.none)).toBeVisible()
  const photo = {
    key: 'photo-0001',
    takenAt: '2026-11-20T05:30:00.000Z',
    refusal: { code: 'attachment_refused', fields: { file: 'damaged' } },
  }
  const entry = {
    key: 'entry-0001',
    visitId: crypto.randomUUID(),
    inspectorId: ivan.id,
    day: '2026-11-20',
    state: 'sent',
    actNumber: 'V2611-0000001-5',
    refusal: null,
    result: { outcome: 'nobody_home', enteredAt: photo.takenAt, note: '' },
    photos: [photo],
  }
  await page.evaluate(putIntoPhone, { store: 'outbox', key: entry.key, value: entry })
  await page.reload()

  const left = page.getByRole('region', { name: field.leftOver })
  await expect(left.getByText(field.photoRefused.reasons['damaged'] ?? '')).toBeVisible()
  await expectNoBarriers(page)
  await left.getByRole('button', { name: field.photoRefused.dismiss }).click()
  await expect(left).toHaveCount(0)
})

/** What the phone has kept of another day. */
function putIntoPhone({ store, key, value }: { store: string; key: string; value: object }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opened = indexedDB.open(`rodnik-field-${store}`)
    opened.addEventListener('upgradeneeded', () => opened.result.createObjectStore(store))
    opened.addEventListener('error', () => reject(opened.error ?? new Error('The phone keeps nothing')))
    opened.addEventListener('success', () => {
      const change = opened.result.transaction(store, 'readwrite')
      change.objectStore(store).put(value, key)
      change.addEventListener('complete', () => {
        opened.result.close()
        resolve()
      })
    })
  })
}
