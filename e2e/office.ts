import type { APIRequestContext } from '@playwright/test'
import { sessionCookies } from '../apps/api/test/session-cookies.ts'
import type { StaffRole } from '../packages/contract/src/endpoint.ts'
import { expect } from './fixtures.ts'
import { test as base } from './person.ts'

type Deed = { type: 'taken'; assigneeId: null } | { type: 'asked' | 'done' | 'refused'; text: string }
type Office = {
  take: (requestId: string) => Promise<void>
  ask: (requestId: string, text: string) => Promise<void>
  close: (requestId: string, text: string, type?: 'done' | 'refused') => Promise<void>
}
type Fixtures = {
  /** What the office does with requests, without its pages. */
  office: Office
}

const ROLES: StaffRole[] = ['operator', 'clerk', 'inspector']

const doing = (desk: APIRequestContext) => async (requestId: string, data: Deed) => {
  const response = await desk.post(`/api/v1/staff/requests/${requestId}/events`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect(response.status(), await response.text()).toBe(200)
}

export const test = base.extend<Fixtures>({
  office: async ({ playwright, baseURL, given, db }, provide) => {
    const member = await given.person({ roles: ROLES, name: 'Ольга Смирнова' })
    const cookies = await sessionCookies(db, process.env['E2E_SESSION_SECRET'] ?? '', member)
    const cookie = Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ')
    const desk = await playwright.request.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: { cookie } })
    const act = doing(desk)
    await provide({
      take: (requestId) => act(requestId, { type: 'taken', assigneeId: null }),
      ask: (requestId, text) => act(requestId, { type: 'asked', text }),
      close: (requestId, text, type = 'done') => act(requestId, { type, text }),
    })
    await desk.dispose()
  },
})
