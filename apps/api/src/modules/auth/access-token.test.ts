import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { part, seconds, signedBy, signedByRsa } from '../../../test/forged-tokens.ts'

let api: Api
let person: Awaited<ReturnType<typeof signedIn>>
beforeAll(async () => {
  api = await startApi()
  person = await signedIn(api, await api.given.person())
})
afterAll(() => api.stop())

const header = { alg: 'HS256', typ: 'at+jwt' }
const claims = () => ({
  sub: person.id,
  sid: person.sessionId,
  gen: 1,
  jti: crypto.randomUUID(),
  iss: 'rodnik',
  aud: 'person',
  iat: seconds(),
  exp: seconds() + 600,
})

const sign = (head: object, body: object | string, { digest = 'sha256', purpose = 'access-token' } = {}) =>
  signedBy(api, head, body, { digest, purpose })

const without = (name: string) =>
  Object.fromEntries(Object.entries(claims()).filter(([claim]) => claim !== name))

const showSession = (token: string) =>
  api.app.inject({ url: '/api/v1/session', headers: { cookie: `rodnik-access=${token}` } })

test('a token that says everything rightly opens the session', async () => {
  expect((await showSession(sign(header, claims()))).json()).toMatchObject({ kind: 'resident', next: null })
})

describe('a token is refused as no token at all', () => {
  test.each<[string, () => string]>([
    ['without a signature', () => `${part({ ...header, alg: 'none' })}.${part(claims())}.`],
    ['with a made-up signature', () => `${part(header)}.${part(claims())}.AAAA`],
    ['with the signature of another purpose', () => sign(header, claims(), { purpose: 'guest-token' })],
    ['of HS512', () => sign({ ...header, alg: 'HS512' }, claims(), { digest: 'sha512' })],
    ['of RS256', () => signedByRsa(header, claims())],
    ['without a time of expiry', () => sign(header, without('exp'))],
    ['without a time of issue', () => sign(header, without('iat'))],
    ['without an audience', () => sign(header, without('aud'))],
    ['without an id', () => sign(header, without('jti'))],
    ['without a session', () => sign(header, without('sid'))],
    ['without a generation', () => sign(header, without('gen'))],
    ['for guests', () => sign(header, { ...claims(), aud: 'guest' })],
    ['of another issuer', () => sign(header, { ...claims(), iss: 'evil' })],
    ['of the type of a refresh token', () => sign({ ...header, typ: 'rt+jwt' }, claims())],
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
            .replace('"iss":', '"aud":"guest","iss":')
            .replace('"aud":"person"', '"aud":"guest"'),
        ),
    ],
    ['of a hundred kilobytes', () => sign(header, { ...claims(), ballast: 'x'.repeat(10_000) })],
    ['that is not a token', () => 'hello'],
    ['of another person', () => sign(header, { ...claims(), sub: crypto.randomUUID() })],
    ['of a session that never was', () => sign(header, { ...claims(), sid: crypto.randomUUID() })],
    ['of a session that is no id', () => sign(header, { ...claims(), sid: "' OR 1=1" })],
    ['of a generation beyond all numbers', () => sign(header, { ...claims(), gen: 1e15 })],
  ])('%s', async (_, token) => {
    expect((await showSession(token())).json()).toMatchObject({ status: 401, code: 'sign_in_required' })
  })
})
