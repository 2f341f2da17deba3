import type { Page } from '@playwright/test'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import { expect } from './fixtures.ts'
import { test } from './requests-filed.ts'

const { requestQueue, requestCard, answerTemplates } = russian
const { answer } = requestCard

const ofAccount = ({ accountNumber }: { accountNumber: string }) =>
  `/staff/requests?account=${accountNumber}&state=any`
const link = (page: Page, number: string) => page.getByRole('link', { name: number })
const typeOf = (page: Page, name: string) => page.getByRole('radio', { name })

async function keepTemplate(page: Page, facts: { name: string; text: string }) {
  await page.goto('/staff/answer-templates')
  await page.getByRole('button', { name: answerTemplates.add }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(answerTemplates.name).fill(facts.name)
  await dialog.getByLabel(answerTemplates.kind).selectOption('appeal')
  await dialog.getByLabel(answerTemplates.text).fill(facts.text)
  await dialog.getByRole('button', { name: answerTemplates.save }).click()
  await expect(page.getByRole('row').filter({ hasText: facts.name })).toBeVisible()
}

test('an operator finds a late request by keyboard, asks, and closes it with a kept answer', async ({
  page,
  atDesk,
  asks,
  resident,
}) => {
  const [late, calm] = [await asks.file(), await asks.file()]
  await asks.dueOn(late.id, '2026-11-20')
  const name = `Напор восстановлен ${Date.now()}`
  await atDesk(['operator'])
  await keepTemplate(page, { name, text: 'По заявке {номер} напор восстановлен.\nАдрес: {адрес}.' })

  await page.goto(ofAccount(resident.entry))
  await expect(page.getByRole('row').filter({ hasText: late.number })).toContainText(requestQueue.due.late(2))
  await page.keyboard.press('j')
  await expect(link(page, late.number)).toBeFocused()
  await page.keyboard.press('j')
  await expect(link(page, calm.number)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(requestCard.title(late.number))
  await page.getByRole('button', { name: requestCard.take }).press('Enter')

  await typeOf(page, answer.types.asked).check()
  await page.getByLabel(answer.text, { exact: true }).fill('На каком этаже?')
  await page.getByRole('button', { name: answer.send.asked }).click()
  await expect(page.getByText(answer.sent.asked)).toBeVisible()
  await asks.reply(late.id, 'На пятом, кран на кухне.')

  await page.goto(ofAccount(resident.entry))
  await expect(page.getByRole('row').filter({ hasText: late.number })).toContainText(requestQueue.answered)
  await link(page, late.number).click()
  await expect(page.getByRole('region', { name: requestCard.history.title })).toContainText('На пятом')
  await page.getByLabel(answer.template).selectOption({ label: name })
  await expect(page.getByLabel(answer.text, { exact: true })).toHaveValue(
    new RegExp(`^По заявке ${late.number} напор`),
  )
  await page.getByRole('button', { name: answer.send.done }).click()
  await expect(page.getByText(answer.sent.done)).toBeVisible()
  await expect(page.getByRole('region', { name: requestCard.who.title })).toContainText(
    requestQueue.states.done,
  )
})

test('what is written outlives the page, and waits until what came meanwhile is read', async ({
  page,
  atDesk,
  asks,
}) => {
  const { id } = await asks.file()
  await atDesk(['operator'])
  await page.goto(`/staff/requests/${id}`)
  await page.getByRole('button', { name: requestCard.take }).click()
  await typeOf(page, answer.types.done).check()
  const text = page.getByLabel(answer.text, { exact: true })
  await text.fill('Напор восстановлен.')
  await page.reload()
  await expect(text).toHaveValue('Напор восстановлен.')
  await expect(page.getByText(answer.kept)).toBeVisible()

  await asks.reply(id, 'Вода пошла, но ржавая.')
  await page.getByRole('button', { name: answer.send.done }).click()
  const news = page.getByRole('alert').filter({ hasText: requestCard.meanwhile.title })
  await expect(news).toContainText('Вода пошла, но ржавая.')
  await expect(text).toHaveValue('Напор восстановлен.')
  await news.getByRole('button', { name: requestCard.meanwhile.read }).click()
  await page.getByRole('button', { name: answer.send.done }).click()
  await expect(page.getByText(answer.sent.done)).toBeVisible()
})

test('many are answered at once after a look at what would happen to each', async ({
  page,
  atDesk,
  asks,
  resident,
}) => {
  const [taken, untaken] = [await asks.file(), await asks.file()]
  const { selection, bulk } = requestQueue
  await atDesk(['operator'])
  await page.goto(ofAccount(resident.entry))
  await page.getByRole('checkbox', { name: requestQueue.pick(taken.number) }).check()
  await page.getByRole('button', { name: selection.take, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: bulk.confirm.take(1) }).click()
  await expect(dialog.getByRole('row').filter({ hasText: taken.number })).toContainText(
    bulk.outcomes.did.take,
  )
  await dialog.getByRole('button', { name: bulk.close }).click()
  await expect(page.getByRole('row').filter({ hasText: taken.number })).toContainText(requestQueue.me)

  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText(selection.count(2))).toBeVisible()
  await page.getByRole('button', { name: selection.close }).click()
  await dialog.getByLabel(answer.text, { exact: true }).fill('По заявке {номер} всё сделано.')
  await dialog.getByRole('button', { name: bulk.preview }).click()
  await expect(dialog.getByText(`По заявке ${taken.number} всё сделано.`)).toBeVisible()
  await expect(dialog.getByRole('row').filter({ hasText: untaken.number })).toContainText(
    bulk.outcomes.event_refused.close,
  )
  await dialog.getByRole('button', { name: bulk.confirm.close(1) }).click()
  await expect(dialog.getByRole('row').filter({ hasText: taken.number })).toContainText(
    bulk.outcomes.did.close,
  )
  await dialog.getByRole('button', { name: bulk.close }).click()
  await expect(page.getByRole('row').filter({ hasText: taken.number })).toContainText(
    requestQueue.states.done,
  )
})

test('a list does not move under the hand: what has come and gone is told beside it', async ({
  page,
  atDesk,
  asks,
  resident,
  db,
}) => {
  const [first, second] = [await asks.file(), await asks.file()]
  await atDesk(['operator'])
  await page.clock.install()
  await page.goto(`/staff/requests?account=${resident.entry.accountNumber}`)
  await expect(page.getByRole('row')).toHaveCount(3)
  await db.$executeRaw`
    UPDATE requests SET state = 'withdrawn', closed_at = app_now() WHERE id = ${first.id}::uuid`
  const third = await asks.file()
  await page.clock.fastForward(31_000)

  await expect(page.getByText(requestQueue.changed.come(1))).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: first.number })).toContainText(requestQueue.gone)
  await expect(link(page, third.number)).toHaveCount(0)
  await page.getByRole('button', { name: requestQueue.changed.show }).click()
  await expect(link(page, third.number)).toBeVisible()
  await expect(link(page, first.number)).toHaveCount(0)
  await expect(link(page, second.number)).toBeVisible()
})

test('credentials are marked as issued only once they were', async ({ page, atDesk, db }) => {
  const inn = '7447123456'
  const at = { wishHash: new Uint8Array(32) }
  const { id } = await db.serviceRequest.create({
    data: {
      number: `R2611-${String(Date.now()).slice(-9)}-0`,
      kind: 'credentials',
      channel: 'public',
      filedBy: 'public',
      fields: {
        what: 'first',
        organisationName: 'ООО «Ромашка»',
        inn,
        contactName: 'Иванов Иван',
        contactPhone: '+7 912 000-00-00',
      },
      dueOn: new Date('2026-11-25'),
      wishKey: crypto.randomUUID(),
      ...at,
      events: { create: { type: 'filed', state: 'filed', actor: 'public', wishKey: 'filed', ...at } },
    },
  })
  const operator = await atDesk(['operator'])
  const { credentials } = requestCard
  await page.goto(`/staff/requests/${id}`)
  await page.getByRole('button', { name: requestCard.take }).click()
  await page.getByRole('button', { name: credentials.mark }).click()
  await expect(page.getByRole('alert')).toContainText(credentials.unproven)
  await page.getByRole('link', { name: credentials.register }).click()
  await expect(page.getByLabel(russian.organisations.form.inn, { exact: true })).toHaveValue(inn)
  await expect(page.getByLabel(russian.organisations.form.name, { exact: true })).toHaveValue('ООО «Ромашка»')

  await db.organisation.create({
    data: {
      kind: 'legal_entity',
      name: 'ООО «Ромашка»',
      inn,
      kpp: '745301001',
      ogrn: '1027400000000',
      issues: { create: { userId: operator, issuedById: operator, document: 'паспорт' } },
    },
  })
  await page.goto(`/staff/requests/${id}`)
  await expect(page.getByText(credentials.known)).toBeVisible()
  await page.getByRole('button', { name: credentials.mark }).click()
  await expect(page.getByRole('region', { name: requestCard.steps.title })).toContainText(
    requestCard.steps.happened,
  )
  await expect(typeOf(page, answer.types.done)).toBeVisible()
})
