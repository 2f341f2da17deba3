import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, cookiesOf, enter, startApi } from '../../../test/api.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a forged token', () => {
  const claims = {
    sub: crypto.randomUUID(),
    iss: 'rodnik',
    aud: 'guest',
    iat: 1_790_000_000,
    exp: 4_000_000_000,
  }

  test.each([
    ['without a signature', `${part({ alg: 'none', typ: 'guest+jwt' })}.${part(claims)}.`],
    ['with a made-up signature', `${part({ alg: 'HS256', typ: 'guest+jwt' })}.${part(claims)}.AAAA`],
    ['of another algorithm', `${part({ alg: 'HS512', typ: 'guest+jwt' })}.${part(claims)}.AAAA`],
    ['that is not a token', 'hello'],
    ['of a hundred kilobytes', 'x'.repeat(5000)],
  ])('%s is refused as no token at all', async (_, token) => {
    const response = await api.app.inject({
      url: '/api/v1/cabinet',
      headers: { cookie: `rodnik-guest=${token}` },
    })

    expect(response.json()).toMatchObject({ status: 401, code: 'sign_in_required' })
  })

  test('signed by us for another purpose is refused', async () => {
    const { jwt } = api.app as unknown as { jwt?: unknown }
    expect(jwt).toBeUndefined()
    const known = await enter(api, (await api.given.account()).entry)
    const device = known.cookies.find(({ name }) => name === 'rodnik-device')?.value ?? ''

    const response = await api.app.inject({
      url: '/api/v1/cabinet',
      headers: { cookie: `rodnik-guest=${device}` },
    })

    expect(response.statusCode).toBe(401)
  })
})

describe("another site's page", () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example' }],
  ])('cannot make a visitor write: %j', async (headers) => {
    const { entry } = await api.given.account()

    const response = await api.app.inject({
      method: 'POST',
      url: '/api/v1/guest-session',
      headers,
      payload: entry,
    })

    expect(response.json()).toMatchObject({ status: 403, code: 'cross_site_request' })
  })

  test('cannot send JSON dressed as plain text', async () => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/api/v1/guest-session',
      headers: { 'content-type': 'text/plain' },
      payload: '{"accountNumber":"3140000001"}',
    })

    expect(response.json()).toMatchObject({ status: 415, code: 'unsupported_media_type' })
  })
})

test('over HTTPS the cookie is bound to the host', async () => {
  const secure = await startApi({ publicUrl: 'https://lk.example.ru' })
  const { entry } = await secure.given.account()

  const cookie = cookiesOf(await enter(secure, entry))

  expect(cookie).toContain('__Host-rodnik-guest=')
  await secure.stop()
})
