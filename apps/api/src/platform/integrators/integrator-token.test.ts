import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { part, seconds, signedBy, signedByRsa } from '../../../test/forged-tokens.ts'
import { type AnIntegrator, anIntegrator, withToken } from '../../../test/integrators.ts'

let api: Api
let integrator: AnIntegrator
beforeAll(async () => {
  api = await startApi()
  integrator = await anIntegrator(api)
})
afterAll(() => api.stop())

const header = { alg: 'HS256', typ: 'at+jwt' }
const claims = () => ({
  sub: integrator.id,
  client_id: integrator.id,
  sec: integrator.secretId,
  scope: 'accounts:read',
  jti: crypto.randomUUID(),
  iss: 'rodnik',
  aud: 'integrator',
  iat: seconds(),
  exp: seconds() + 600,
})

const sign = (
  head: object,
  body: object | string,
  { digest = 'sha256', purpose = 'integrator-token' } = {},
) => signedBy(api, head, body, { digest, purpose })

const without = (name: string) =>
  Object.fromEntries(Object.entries(claims()).filter(([claim]) => claim !== name))

const accounts = (token: string) => withToken(api, token)('/integrator/accounts')

test('a token that says everything rightly is let in', async () => {
  expect((await accounts(sign(header, claims()))).statusCode).toBe(200)
})

describe('a token is refused as no token at all', () => {
  test.each<[string, () => string]>([
    ['without a signature', () => `${part({ ...header, alg: 'none' })}.${part(claims())}.`],
    ['with a made-up signature', () => `${part(header)}.${part(claims())}.AAAA`],
    ['with the signature of another purpose', () => sign(header, claims(), { purpose: 'access-token' })],
    ['of HS512', () => sign({ ...header, alg: 'HS512' }, claims(), { digest: 'sha512' })],
    ['of RS256', () => signedByRsa(header, claims())],
    ['without a time of expiry', () => sign(header, without('exp'))],
    ['without a time of issue', () => sign(header, without('iat'))],
    ['without an audience', () => sign(header, without('aud'))],
    ['without an id', () => sign(header, without('jti'))],
    ['without a subject', () => sign(header, without('sub'))],
    ['without a client', () => sign(header, without('client_id'))],
    ['without a secret', () => sign(header, without('sec'))],
    ['without scopes', () => sign(header, without('scope'))],
    ['for persons', () => sign(header, { ...claims(), aud: 'person' })],
    ['for persons as well', () => sign(header, { ...claims(), aud: ['person', 'guest'] })],
    ['of another issuer', () => sign(header, { ...claims(), iss: 'evil' })],
    ['of the type of a refresh token', () => sign({ ...header, typ: 'rt+jwt' }, claims())],
    ['of no type in particular', () => sign({ ...header, typ: 'JWT' }, claims())],
    ['without a type', () => sign({ alg: 'HS256' }, claims())],
    ['expired by a second', () => sign(header, { ...claims(), exp: seconds() - 1 })],
    ['with its expiry as text', () => sign(header, { ...claims(), exp: '4000000000' })],
    ['not valid before tomorrow', () => sign(header, { ...claims(), nbf: seconds() + 86_400 })],
    [
      'issued tomorrow',
      () => sign(header, { ...claims(), iat: seconds() + 86_400, exp: seconds() + 90_000 }),
    ],
    [
      'issued an hour ago and good for a year',
      () => sign(header, { ...claims(), iat: seconds() - 3600, exp: seconds() + 31_536_000 }),
    ],
    ['with demands that we do not know', () => sign({ ...header, crit: ['b64'], b64: false }, claims())],
    [
      'with a claim said twice',
      () =>
        sign(
          header,
          JSON.stringify(claims())
            .replace('"iss":', '"aud":"person","iss":')
            .replace('"aud":"integrator"', '"aud":"person"'),
        ),
    ],
    ['of ten thousand characters', () => sign(header, { ...claims(), ballast: 'x'.repeat(10_000) })],
    ['of a hundred kilobytes', () => sign(header, { ...claims(), ballast: 'x'.repeat(100_000) })],
    ['that is not a token', () => 'hello'],
    ['that is nothing', () => ''],
    [
      'of another client than its subject',
      () => sign(header, { ...claims(), client_id: crypto.randomUUID() }),
    ],
    ['of a program that is not there', () => sign(header, ofNobody())],
    ['of a secret that never was', () => sign(header, { ...claims(), sec: crypto.randomUUID() })],
    ['of a secret that is no id', () => sign(header, { ...claims(), sec: "' OR 1=1" })],
    ['with scopes as a list', () => sign(header, { ...claims(), scope: ['accounts:read'] })],
  ])('%s', async (_, token) => {
    expect((await accounts(token())).json()).toMatchObject({ status: 401, code: 'token_refused' })
  })

  test('of a person, whose own token it is', async () => {
    const { cookie } = integrator.administrator
    const own = /rodnik-access=([^;]+)/.exec(cookie)?.[1] ?? ''

    expect((await accounts(own)).statusCode).toBe(401)
    expect(
      (await api.app.inject({ url: '/api/v1/integrator/accounts', headers: { cookie } })).statusCode,
    ).toBe(401)
  })

  test('of another program: a secret of one does not speak for the other', async () => {
    const other = await anIntegrator(api)

    expect((await accounts(sign(header, { ...claims(), sec: other.secretId }))).statusCode).toBe(401)
  })
})

test('a refusal says which token is wanted, and names an error only where something was shown', async () => {
  const [nothing, wrong] = [
    await api.app.inject({ url: '/api/v1/integrator/accounts' }),
    await accounts('hello'),
  ]

  expect(nothing.headers['www-authenticate']).toBe('Bearer realm="rodnik", scope="accounts:read"')
  expect(wrong.headers['www-authenticate']).toBe(
    'Bearer realm="rodnik", error="invalid_token", scope="accounts:read"',
  )
})

test('a token in the address or in a cookie is no token', async () => {
  const answers = [
    await api.app.inject({ url: `/api/v1/integrator/accounts?access_token=${integrator.token}` }),
    await api.app.inject({
      url: '/api/v1/integrator/accounts',
      headers: { cookie: `rodnik-access=${integrator.token}` },
    }),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401])
})

describe("a program's token opens no door of people", () => {
  test.each(['/session', '/my/accounts', '/staff/integrators', '/cabinet'])('%s', async (url) => {
    const { token } = integrator
    const cookie = `rodnik-access=${token}; rodnik-guest=${token}`
    const answers = [
      await withToken(api, token)(url),
      await api.app.inject({ url: `/api/v1${url}`, headers: { cookie } }),
    ]

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401])
  })
})

test("a person's token with the rights of a program is signed by another key", async () => {
  const person = await signedIn(api, await api.given.person())
  const mixed = sign(
    header,
    { ...claims(), sid: person.sessionId, gen: 1, aud: ['integrator', 'person'] },
    {
      purpose: 'access-token',
    },
  )

  expect((await accounts(mixed)).statusCode).toBe(401)
})

const ofNobody = () => {
  const id = crypto.randomUUID()
  return { ...claims(), sub: id, client_id: id }
}
