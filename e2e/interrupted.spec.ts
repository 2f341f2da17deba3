import { expectNoBarriers } from './barriers.ts'
import { face, fillEntry, meter, sendButton } from './cabinet.ts'
import { expect, test } from './fixtures.ts'

/** Settings are asked for at most once a second. */
const SETTINGS_AGE_MS = 1100

test('a session that ends while typing loses nothing: the digits are there after the new sign-in', async ({
  page,
  resident,
  signIn,
  db,
}) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('126,670')
  await db.$executeRaw`UPDATE guest_sessions SET ended_at = app_now() WHERE account_id = ${resident.accountId}::uuid`

  await sendButton(page).click()
  await expect(page.getByText('набранные показания сохранены')).toBeVisible()
  await fillEntry(page, resident.entry)
  await page.getByRole('button', { name: 'Войти' }).click()

  await expect(face(page, 'Холодная')).toHaveValue('126,670')
  await sendButton(page).click()
  await expect(page.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()
})

test('someone who comes after an idle quarter of an hour is led back to the cabinet', async ({
  page,
  resident,
  signIn,
  db,
}) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('126,670')
  await db.$executeRaw`
    UPDATE guest_sessions SET last_seen_at = app_now() - interval '15 minutes'
    WHERE account_id = ${resident.accountId}::uuid`

  await page.reload()
  await fillEntry(page, resident.entry)
  await page.getByRole('button', { name: 'Войти' }).click()

  await expect(page).toHaveURL(/\/cabinet$/)
  await expect(face(page, 'Холодная')).toHaveValue('126,670')
})

test('when a relative has sent readings meanwhile, the digits stay and what is there is shown', async ({
  page,
  resident,
  signIn,
  otherDevice,
}) => {
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('126,670')
  const relative = await otherDevice(resident.entry)
  const readings = [{ meterId: resident.cold.id, valueLitres: 126_000 }]
  expect((await relative.post('/api/v1/submissions', { data: { readings } })).status()).toBe(201)

  await sendButton(page).click()

  await expect(page.getByRole('alert')).toContainText('показания уже передали')
  await expect(meter(page, 'Холодная')).toContainText('За ноябрь передано 126,000 м³')
  await expect(face(page, 'Холодная')).toHaveValue('126,670')
  await sendButton(page).click()
  await expect(page.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()
})

test('when the answer is lost on the way, pressing again records the reading once', async ({
  page,
  resident,
  signIn,
  db,
  expectedErrors,
}) => {
  expectedErrors.push(/net::ERR_FAILED/)
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('126,670')
  await page.route(
    '**/api/v1/submissions',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )

  await sendButton(page).click()
  await expect(page.getByRole('alert')).toContainText('Связь прервалась')
  await expect(face(page, 'Холодная')).toHaveValue('126,670')
  await sendButton(page).click()

  await expect(page.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()
  expect(await db.reading.count({ where: { meterId: resident.cold.id, submissionId: { not: null } } })).toBe(
    1,
  )
})

test('a lost answer and a reload still end in one recorded reading', async ({
  page,
  resident,
  signIn,
  db,
  expectedErrors,
}) => {
  expectedErrors.push(/net::ERR_FAILED/)
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('126,670')
  await page.route(
    '**/api/v1/submissions',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await sendButton(page).click()
  await expect(page.getByRole('alert')).toContainText('Связь прервалась')

  await page.reload()
  await expect(face(page, 'Холодная')).toHaveValue('126,670')
  await sendButton(page).click()

  await expect(page.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()
  expect(await db.reading.count({ where: { meterId: resident.cold.id, submissionId: { not: null } } })).toBe(
    1,
  )
})

test('on a network that hangs the page gives up waiting, and pressing again records the reading once', async ({
  page,
  resident,
  signIn,
  db,
}) => {
  await page.clock.install()
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('126,670')
  await page.route('**/api/v1/submissions', (route) => void route.fetch(), { times: 1 })
  const sent = page.waitForRequest('**/api/v1/submissions')
  await sendButton(page).click()
  await sent
  await page.clock.runFor(15_000)
  await expect(page.getByRole('button', { name: 'Передаём…' })).toBeVisible()

  await page.clock.runFor(10_000)
  await expect(page.getByRole('alert')).toContainText('Связь прервалась')
  await sendButton(page).click()

  await expect(page.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()
  expect(await db.reading.count({ where: { meterId: resident.cold.id, submissionId: { not: null } } })).toBe(
    1,
  )
})

test('without a network nothing is lost: when it is back, the same press sends', async ({
  page,
  context,
  resident,
  signIn,
  db,
  expectedErrors,
}) => {
  expectedErrors.push(/net::ERR_INTERNET_DISCONNECTED/)
  await signIn(resident.entry)
  await page.goto('/cabinet')
  await face(page, 'Холодная').fill('126,670')
  await context.setOffline(true)
  await expect(page.getByText('Нет связи с интернетом')).toBeVisible()
  await sendButton(page).click()
  await expect(page.getByRole('alert')).toContainText('Показания не потеряны')

  await context.setOffline(false)
  await expect(page.getByText('Нет связи с интернетом')).toHaveCount(0)
  await sendButton(page).click()

  await expect(page.getByRole('heading', { name: 'Показания приняты' })).toBeVisible()
  expect(await db.reading.count({ where: { meterId: resident.cold.id, submissionId: { not: null } } })).toBe(
    1,
  )
})

test.describe('after the last day of the window', () => {
  const november = new Date('2026-11-01')

  test.afterEach(async ({ db, page }) => {
    await db.setting.deleteMany({ where: { name: 'reading_window', validFrom: november } })
    await page.waitForTimeout(SETTINGS_AGE_MS)
  })

  test('the page says when readings are taken again, and a reading already typed is refused in words', async ({
    page,
    resident,
    signIn,
    db,
  }) => {
    await signIn(resident.entry)
    await page.goto('/cabinet')
    await face(page, 'Холодная').fill('126,670')
    const value = { firstDay: 1, lastDay: 20 }
    await db.setting.create({ data: { name: 'reading_window', validFrom: november, value } })
    await page.waitForTimeout(SETTINGS_AGE_MS)

    await sendButton(page).click()

    await expect(page.getByText('Сейчас показания не принимаем').first()).toBeVisible()
    await expect(page.getByRole('main')).toContainText('следующий начнётся 1 декабря')
    await expect(face(page, 'Холодная')).toHaveCount(0)
    await expectNoBarriers(page)
    await page.goto('/')
    await expect(page.getByRole('list', { name: 'Коротко о главном' })).toContainText('С 1 декабря')
  })
})
