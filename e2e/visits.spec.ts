import { randomInt } from 'node:crypto'
import { field } from '../apps/web/src/locales/ru/field.ts'
import { words } from '../apps/web/src/locales/ru/staff/index.ts'
import { visits as residents } from '../apps/web/src/locales/ru/visits.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test as desk } from './desk.ts'
import { expect } from './fixtures.ts'
import { atHome, openToday, signBy, TODAY, WINDOW } from './visiting.ts'

const { visits } = words
const test = desk

test.beforeEach(async ({ db }) => openToday(db))

test('@phone an inspector records a visit without a network, and the server has it once', async ({
  page,
  context,
  db,
  given,
  resident,
  browser,
  baseURL,
  extraHTTPHeaders,
  isMobile,
  comeIn,
  expectedErrors,
}) => {
  expectedErrors.push(/net::ERR_INTERNET_DISCONNECTED/)
  // Somebody at home chooses a day and a window.
  const { home, requestId } = await atHome(browser, resident, {
    baseURL: baseURL ?? '',
    headers: extraHTTPHeaders ?? {},
    phone: isMobile ?? false,
  })
  await home.goto(`/cabinet/requests/${requestId}`)
  const panel = home.getByRole('region', { name: residents.heading })
  await panel.getByLabel(residents.choose.day).selectOption(TODAY)
  await panel.getByLabel(residents.window(WINDOW, '18:00')).check()
  await panel.getByLabel(residents.choose.entrance).fill('2 подъезд, код 45')
  await panel.getByLabel(residents.choose.phone).fill('+7 900 000-00-01')
  await expectNoBarriers(home)
  await panel.getByRole('button', { name: residents.choose.save }).click()
  await expect(panel.getByText(residents.states.booked)).toBeVisible()
  await expect(panel.getByText(residents.noInspector)).toBeVisible()
  await expectNoBarriers(home)

  const olga = await given.person({ roles: ['operator'], name: 'Ольга Смирнова' })
  const name = `Иван Кузнецов ${randomInt(10_000)}`
  const ivan = await given.person({ roles: ['inspector'], name })

  // The office sends Ivan.
  await comeIn(olga)
  await page.goto(`/staff/visits?day=${TODAY}`)
  const { premises } = await db.account.findUniqueOrThrow({
    where: { id: resident.accountId },
    include: { premises: true },
  })
  const address = `${premises.street}, ${premises.house}, ${premises.flat}`
  await page.getByLabel(visits.chooseOne(address)).check()
  await page.getByLabel(visits.assignTo).selectOption({ label: name })
  await page.getByRole('button', { name: visits.assign(1) }).click()
  await expect(page.getByRole('row').filter({ hasText: address })).toContainText(name)
  await expectNoBarriers(page)

  // Ivan takes the day along.
  await context.clearCookies()
  await comeIn(ivan)
  await page.clock.setFixedTime(new Date('2026-11-22T10:20:00Z'))
  await page.goto('/staff/field')
  await expect(page.getByRole('link', { name: new RegExp(premises.street) })).toContainText(WINDOW)
  await expectNoBarriers(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

  // The network is gone: the page opens all the same.
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText(field.kept)).toBeVisible()
  await page.getByRole('link', { name: new RegExp(premises.street) }).click()
  await expect(page.getByText('2 подъезд, код 45')).toBeVisible()
  const cold = page.getByRole('group', { name: /Холодная вода/ })
  await cold.getByLabel(field.form.reading).fill('00124,100')
  await expect(cold).toContainText('0,644')
  await cold.getByLabel(field.form.seal).fill('74 00990017')

  await page.getByRole('button', { name: field.form.save, exact: true }).click()
  await expect(page.getByText(field.faults.sign)).toBeVisible()
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)

  // What was typed is there after the page was loaded anew.
  await page.reload()
  await expect(cold.getByLabel(field.form.reading)).toHaveValue('00124,100')
  await page.getByLabel(field.form.addPhoto).setInputFiles({
    name: 'meter.png',
    mimeType: 'image/png',
    buffer: await page.screenshot(),
  })
  await expect(page.getByRole('img', { name: field.form.photo(1) })).toBeVisible()
  await page.getByLabel(field.form.signer).fill('Анна Иванова')
  await signBy(page)
  await page.getByRole('button', { name: field.form.save, exact: true }).click()
  await expect(page.getByText(field.waitingText)).toBeVisible()
  await page.reload()
  await expect(page.getByText(field.waitingText)).toBeVisible()

  // The network is back: everything goes out by itself.
  await context.setOffline(false)
  await expect(page.getByText(/Отправлено\. Акт №/)).toBeVisible()
  await expectNoBarriers(page)
  await expect.poll(() => db.visitPhoto.count({ where: { visit: { requestId } } })).toBe(1)
  expect(await db.visitResult.count({ where: { visit: { requestId } } })).toBe(1)
  const request = await db.serviceRequest.findUniqueOrThrow({ where: { id: requestId } })
  expect(request.state).toBe('done')

  const meter = await db.meter.findUniqueOrThrow({ where: { id: resident.cold.id } })
  expect(meter.sealNumber).toBe('74 00990017')

  // The resident has the act.
  await home.reload()
  await expect(panel.getByText(residents.states.done)).toBeVisible()
  await expectNoBarriers(home)
  const download = home.waitForEvent('download')
  await panel.getByRole('button', { name: /Скачать выписку из акта/ }).click()
  expect((await download).suggestedFilename()).toMatch(/^Выписка из акта V2611-\d+-\d\.pdf$/)
  await home.context().close()
})

test('the office closes a day, and opens it again', async ({ page, atDesk }) => {
  await atDesk(['operator'])
  await page.goto('/staff/visits?day=2026-12-09')
  await expect(page.getByText(visits.none)).toBeVisible()
  await page.getByRole('button', { name: visits.exceptions.add }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: visits.exceptions.save }).click()
  await expect(dialog.getByText(visits.exceptions.faults.day)).toBeVisible()
  await expectNoBarriers(page)
  await dialog.getByLabel(visits.exceptions.day).fill('2026-12-09')
  await dialog.getByLabel(visits.exceptions.reason).fill('Учения')
  await dialog.getByRole('button', { name: visits.exceptions.save }).click()
  const row = page.getByRole('row').filter({ hasText: '09.12.2026' })
  await expect(row).toContainText('Учения')
  await expectNoBarriers(page)
  await row.getByRole('button').click()
  await expect(row).toHaveCount(0)
})
