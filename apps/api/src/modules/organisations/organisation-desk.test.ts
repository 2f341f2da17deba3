import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { aLegalEntity } from '../../../test/organisations.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe('the desk is open', () => {
  const calls: ['GET' | 'POST' | 'PATCH' | 'DELETE', string, object?][] = [
    ['GET', '/staff/organisations'],
    ['POST', '/staff/organisations', aLegalEntity()],
    ['GET', `/staff/organisations/${crypto.randomUUID()}`],
    ['PATCH', `/staff/organisations/${crypto.randomUUID()}`, { name: 'А' }],
    ['POST', `/staff/organisations/${crypto.randomUUID()}/accounts`, { accountNumber: '3140000000' }],
    ['DELETE', `/staff/organisations/${crypto.randomUUID()}/accounts/${crypto.randomUUID()}`],
    ['POST', `/staff/organisations/${crypto.randomUUID()}/credentials`, { document: 'паспорт' }],
  ]

  test.each([
    ['a billing clerk', { roles: ['clerk' as const] }, 403, 'not_allowed'],
    ['an inspector', { roles: ['inspector' as const] }, 403, 'not_allowed'],
    ['a resident', { kind: 'resident' as const }, 403, 'not_allowed'],
    ['an organisation', { kind: 'organisation' as const }, 403, 'not_allowed'],
  ])('not to %s', async (_, facts, status, code) => {
    const person = await signedIn(api, await api.given.person(facts))

    for (const [method, url, payload] of calls) {
      const answer = await person.call(url, { method, ...(payload && { payload }) })
      expect(answer.json(), `${method} ${url}`).toMatchObject({ status, code })
    }
  })

  test('not to somebody who has not signed in', async () => {
    for (const [method, url, payload] of calls) {
      const answer = await api.app.inject({ method, url: `/api/v1${url}`, ...(payload && { payload }) })
      expect(answer.json(), `${method} ${url}`).toMatchObject({ status: 401, code: 'sign_in_required' })
    }
  })

  test('to an administrator', async () => {
    const administrator = await signedIn(api, await api.given.person({ roles: ['administrator'] }))

    expect((await administrator.post('/staff/organisations', aLegalEntity())).statusCode).toBe(201)
  })
})
