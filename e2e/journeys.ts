import type { Page } from '@playwright/test'
import { sessionCookies } from '../apps/api/test/session-cookies.ts'
import { words as russian } from '../apps/web/src/locales/ru/staff/index.ts'
import type { StaffRole } from '../packages/contract/src/endpoint.ts'
import { expect } from './fixtures.ts'
import { test as base } from './person.ts'

const { requestCard, requestQueue } = russian

export type Office = { page: Page; id: string }

/** Somebody at home in the page of the test, and members of staff in browsers of their own. */
export const test = base.extend<{ aMember: (role: StaffRole) => Promise<Office> }>({
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
export async function takes(page: Page, number: string) {
  await page.goto(`/staff/requests?find=${number}`)
  await page.getByRole('link', { name: number }).click()
  await page.getByRole('button', { name: requestCard.take }).click()
}

export async function closes(page: Page, text: string) {
  await page.getByRole('radio', { name: requestCard.answer.types.done }).check()
  await page.getByLabel(requestCard.answer.text, { exact: true }).fill(text)
  await page.getByRole('button', { name: requestCard.answer.send.done }).click()
  await isDone(page)
}

export const isDone = (page: Page) =>
  expect(page.getByRole('region', { name: requestCard.who.title })).toContainText(requestQueue.states.done)

export async function seesTheAnswer(page: Page, text: string | RegExp) {
  await page.reload()
  await expect(page.getByRole('region', { name: 'Сейчас' })).toContainText('выполнена')
  await expect(page.getByText(text).first()).toBeVisible()
}
