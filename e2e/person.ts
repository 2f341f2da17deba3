import type { Page } from '@playwright/test'
import { hashPassword } from '../apps/api/src/platform/passwords.ts'
import { PASSWORD } from './entrance.ts'
import { test as base, expect } from './fixtures.ts'

type Person = { id: string; email: string }
type Facts = { name?: string }
type Fixtures = {
  /** A resident with the password of the tests. */
  aPerson: (facts?: Facts) => Promise<Person>
  /** Opens a session of a page without the form: only the entrance specs fill it in. */
  enter: (page: Page, person: Person) => Promise<void>
  /** The page of somebody else, with a browser of their own. */
  otherPage: () => Promise<Page>
}

export const test = base.extend<Fixtures>({
  aPerson: async ({ given, db }, provide) => {
    await provide(async (facts = {}) => {
      const { id, email } = await given.person(facts)
      await db.password.create({ data: { userId: id, hash: await hashPassword(PASSWORD) } })
      return { id, email: email ?? '' }
    })
  },
  enter: async ({ locale: _any }, provide) => {
    await provide(async (page, { email }) => {
      const response = await page.request.post('/api/v1/session', {
        data: { login: email, password: PASSWORD },
      })
      expect(response.status()).toBe(201)
      await page.addInitScript(() => localStorage.setItem('rodnik.signed-in', 'person'))
    })
  },
  otherPage: async ({ browser, baseURL, extraHTTPHeaders }, provide) => {
    const pages: Page[] = []
    await provide(async () => {
      const context = await browser.newContext({
        baseURL: baseURL ?? '',
        locale: 'ru-RU',
        timezoneId: 'Asia/Yekaterinburg',
        extraHTTPHeaders: extraHTTPHeaders ?? {},
      })
      const page = await context.newPage()
      pages.push(page)
      return page
    })
    for (const page of pages) await page.context().close()
  },
})
