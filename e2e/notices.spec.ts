import { randomInt } from 'node:crypto'
import { notices as english } from '../apps/web/src/locales/en/notices.ts'
import { notices } from '../apps/web/src/locales/ru/notices.ts'
import { words } from '../apps/web/src/locales/ru/staff/index.ts'
import { expectNoBarriers, expectReadableInEveryLook } from './barriers.ts'
import { test } from './desk.ts'
import { expect } from './fixtures.ts'

const { outageDesk, newsDesk } = words
const { form } = outageDesk

test('@phone an operator publishes an outage, and a resident finds it by address and in their cabinet', async ({
  page,
  db,
  given,
  resident,
  signIn,
  atDesk,
  comeIn,
  context,
}) => {
  const { premises } = await db.account.findUniqueOrThrow({
    where: { id: resident.accountId },
    include: { premises: true },
  })
  const title = `Порыв трубы № ${randomInt(10_000)}`
  await atDesk(['operator'])
  await page.goto('/staff/outages')
  await page.getByRole('link', { name: outageDesk.add }).click()

  // What is forgotten is named, and what was typed stays.
  await page.getByLabel(form.titleRu).fill(title)
  await page.getByRole('button', { name: form.publish }).click()
  await expect(page.getByLabel(form.titleEn)).toBeFocused()
  await expect(page.getByLabel(form.streets)).toHaveAttribute('aria-invalid', 'true')
  await expectNoBarriers(page)
  await page.getByLabel(form.titleEn).fill('A burst pipe')
  await page.getByLabel(outageDesk.kinds.emergency).check()
  await page.getByLabel(form.adviceRu).fill('Закройте краны.\n\n- и ждите')
  await page.getByLabel(form.startsAt).fill('2026-11-22T08:00')
  await page.getByLabel(form.streets).fill(`${premises.street}: 12а, 14\nулица Которой Нет`)

  // Whom it reaches is seen before everybody reads it.
  await page.getByRole('button', { name: form.preview }).click()
  await expect(page.getByText(form.reach(1, 1))).toBeVisible()
  await expect(page.getByText(form.nobody)).toBeVisible()
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)
  await page.getByLabel(form.streets).fill(`${premises.street}: 12а, 14`)
  await page.getByRole('button', { name: form.publish }).click()
  await expect(page.getByRole('row').filter({ hasText: title })).toContainText(outageDesk.states.under_way)
  await expectNoBarriers(page)

  // Somebody looks for their house in their own way.
  await context.clearCookies()
  await page.goto('/outages')
  await page.getByLabel(notices.outages.house).fill('д. 12-а')
  await page.getByRole('button', { name: notices.outages.find }).click()
  await expect(page.getByText(notices.outages.streetFault)).toBeVisible()
  await page.getByLabel(notices.outages.street).fill(premises.street.replace('улица ', ''))
  await page.getByRole('button', { name: notices.outages.find }).click()
  const card = page.getByRole('article', { name: title })
  await expect(card).toContainText(notices.untilUnknown)
  await expect(card.getByRole('listitem').filter({ hasText: 'и ждите' })).toBeVisible()
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)
  await page.goto(`/en/outages?street=${encodeURIComponent(premises.street)}&house=13`)
  await expect(page.getByText(english.outages.noneHere)).toBeVisible()
  await expectNoBarriers(page)

  // In the cabinet it says so by itself: to a guest without the street, to the owner with the reason.
  await signIn(resident.entry)
  await page.goto('/cabinet')
  const banner = page.getByRole('region', { name: notices.banner.under_way })
  await expect(banner).toBeVisible()
  await expect(banner).not.toContainText(title)
  await expectNoBarriers(page)
  const owner = await given.person()
  await given.link(owner.id, resident.accountId)
  await context.clearCookies()
  await page.addInitScript(() => localStorage.setItem('rodnik.signed-in', 'person'))
  await comeIn(owner)
  await page.goto(`/my/accounts/${resident.accountId}`)
  await expect(banner).toContainText(title)
  await expectNoBarriers(page)
})

test('two colleagues change an outage at once: the second sees what the first has saved and loses nothing', async ({
  page,
  db,
  atDesk,
}) => {
  await atDesk(['operator'])
  const title = `Плановые работы ${randomInt(10_000)}`
  const { id } = await db.supplyOutage.create({
    data: {
      kind: 'planned',
      services: ['cold_water'],
      titleRu: title,
      titleEn: 'Works',
      adviceRu: '',
      adviceEn: '',
      waterRu: '',
      waterEn: '',
      streets: [{ street: 'улица Тихая', houses: [], houseFrom: null, houseTo: null, side: null }],
      startsAt: new Date('2026-11-21T04:00:00Z'),
      recordedBy: 'system',
      wishKey: `e2e:${title}`,
      wishHash: new Uint8Array(1),
    },
  })
  await page.goto(`/staff/outages/${id}`)
  await page.getByLabel(form.titleRu).fill('Моё название')
  await db.supplyOutage.update({ where: { id }, data: { titleRu: 'Название коллеги', version: 2 } })
  await page.getByRole('button', { name: form.save }).click()

  const conflict = page.getByRole('alert')
  await expect(conflict).toContainText('Название коллеги')
  await expect(page.getByLabel(form.titleRu)).toHaveValue('Моё название')
  await expectNoBarriers(page)
  await conflict.getByRole('button', { name: outageDesk.changed.accept }).click()
  await page.getByRole('button', { name: form.save }).click()
  await expect(page.getByText(form.saved)).toBeVisible()

  // The water is back.
  await page.getByRole('button', { name: outageDesk.end.open }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(outageDesk.end.endedAt).fill('2026-11-20T08:00')
  await dialog.getByRole('button', { name: outageDesk.end.save }).click()
  await expect(dialog.getByText(outageDesk.faults.endedAt)).toBeVisible()
  await expectNoBarriers(page)
  await dialog.getByLabel(outageDesk.end.endedAt).fill('2026-11-21T12:00')
  await dialog.getByRole('button', { name: outageDesk.end.save }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('link', { name: form.back }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Моё название' })).toContainText(
    outageDesk.states.over,
  )
})

test('@phone news is written, published, read by everybody and withdrawn', async ({ page, atDesk }) => {
  const title = `Новый офис ${randomInt(10_000)}`
  await atDesk(['administrator'])
  await page.goto('/staff/news')
  await page.getByRole('button', { name: newsDesk.add }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: newsDesk.form.save }).click()
  await expect(dialog.getByLabel(newsDesk.form.titleRu, { exact: true })).toBeFocused()
  await expectNoBarriers(page)
  await dialog.getByLabel(newsDesk.form.titleRu, { exact: true }).fill(title)
  await dialog.getByLabel(newsDesk.form.titleEn).fill('A new office')
  await dialog.getByLabel(newsDesk.form.bodyRu, { exact: true }).fill('Приходите <b>все</b>.\n\n- с 9 до 18')
  await dialog.getByLabel(newsDesk.form.bodyEn).fill('Come in.')
  await dialog.getByLabel(newsDesk.form.isPinned).check()
  await dialog.getByRole('button', { name: newsDesk.form.save }).click()
  const row = page.getByRole('row').filter({ hasText: title })
  await expect(row).toContainText(newsDesk.standings.draft)
  await row.getByRole('button', { name: newsDesk.publish }).click()
  await expect(row).toContainText(newsDesk.standings.live)
  await expectNoBarriers(page)

  await page.goto('/news')
  await expectNoBarriers(page)
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByText('Приходите <b>все</b>.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'с 9 до 18' })).toBeVisible()
  await expectNoBarriers(page)
  await expectReadableInEveryLook(page)

  await page.goto('/staff/news')
  await page
    .getByRole('row')
    .filter({ hasText: title })
    .getByRole('button', { name: newsDesk.withdraw })
    .click()
  await expect(page.getByRole('row').filter({ hasText: title })).toContainText(newsDesk.standings.withdrawn)
})
