import type { TokenAnswer } from '@rodnik/contract/oauth'
import type { CardWithSecret } from '@rodnik/contract/staff-integrator-rights'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { type AnIntegrator, anIntegrator, askToken, withToken } from '../../../../test/integrators.ts'

let api: Api
let integrator: AnIntegrator
beforeAll(async () => {
  api = await startApi()
  integrator = await anIntegrator(api)
})
afterAll(() => api.stop())

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
})
const send = (url: string, payload: string, headers: Record<string, string> = {}) =>
  api.app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload,
  })
const accounts = (token: string) => withToken(api, token)('/integrator/accounts')

test('a program gets a short token for its secret, in the form or in the header, and is let in with it', async () => {
  const { id, credentials } = integrator
  const answers = [
    await askToken(api, credentials),
    await askToken(api, {}, basic(id, credentials.client_secret)),
    await askToken(api, { client_id: id }, basic(id, credentials.client_secret)),
  ]
  const [answer] = answers

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  expect(answer?.headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' })
  expect(answer?.json()).toEqual({
    access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    token_type: 'Bearer',
    expires_in: 600,
    scope: 'accounts:read meters:read readings:write',
  })
  expect((await accounts(answer?.json<TokenAnswer>().access_token ?? '')).statusCode).toBe(200)
})

const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())

test('the token says who, for what and for how long, and nothing more', async () => {
  const token = await integrator.tokenFor({ scope: 'meters:read' })
  const [head = '', body = ''] = token.split('.')
  const claims = read(body)

  expect(read(head)).toEqual({ alg: 'HS256', typ: 'at+jwt' })
  expect(claims).toEqual({
    iss: 'rodnik',
    aud: 'integrator',
    sub: integrator.id,
    client_id: integrator.id,
    sec: integrator.secretId,
    scope: 'meters:read',
    jti: expect.any(String),
    iat: expect.any(Number),
    exp: claims.iat + 600,
  })
})

test('a token opens what it was asked for, whatever the agreement has besides', async () => {
  const answer = await accounts(await integrator.tokenFor({ scope: 'meters:read' }))

  expect(answer.statusCode).toBe(403)
  expect(answer.json()).toMatchObject({ code: 'scope_missing' })
  expect(answer.headers['www-authenticate']).toBe(
    'Bearer realm="rodnik", error="insufficient_scope", scope="accounts:read"',
  )
})

describe('who is not known is told one thing, whatever is wrong', () => {
  test.each<[string, () => ReturnType<typeof askToken>]>([
    ['another secret', () => askToken(api, { client_id: integrator.id, client_secret: 'x'.repeat(58) })],
    [
      'a client that is not there',
      () => askToken(api, { ...integrator.credentials, client_id: crypto.randomUUID() }),
    ],
    ['a client that is no id', () => askToken(api, { ...integrator.credentials, client_id: "' OR 1=1 --" })],
    ['no secret', () => askToken(api, { client_id: integrator.id })],
    ['nothing', () => askToken(api, {})],
    ['another secret in the header', () => askToken(api, {}, basic(integrator.id, 'wrong'))],
    ['a header of another kind', () => askToken(api, {}, { authorization: 'Digest abc' })],
    ['a header without a colon', () => askToken(api, {}, { authorization: 'Basic YWJj' })],
    [
      'a header that is not encoded as a form',
      () => askToken(api, {}, { authorization: `Basic ${Buffer.from('%E0%A4%A:x').toString('base64')}` }),
    ],
  ])('%s', async (_, ask) => {
    const answer = await ask()

    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toEqual({
      error: 'invalid_client',
      error_description: 'The client is not known, or its secret is another one',
    })
    expect(answer.headers).toMatchObject({
      'www-authenticate': 'Basic realm="rodnik", charset="UTF-8"',
      'cache-control': 'no-store',
    })
  })
})

const whole = () =>
  new URLSearchParams({ grant_type: 'client_credentials', ...integrator.credentials }).toString()
const header = () => basic(integrator.id, integrator.credentials.client_secret)

describe('a question that is asked wrongly is refused in the words of OAuth', () => {
  test.each<[string, string, () => ReturnType<typeof send>]>([
    ['the secret in the address', 'invalid_request', () => send(`/oauth/token?${whole()}`, '')],
    ['the secret in both', 'invalid_request', () => send(`/oauth/token?client_secret=x`, whole())],
    ['two ways at once', 'invalid_request', () => send('/oauth/token', whole(), header())],
    ['two clients', 'invalid_request', () => askToken(api, { client_id: 'other' }, header())],
    ['something said twice', 'invalid_request', () => send('/oauth/token', `${whole()}&scope=a&scope=b`)],
    ['no grant type', 'invalid_request', () => send('/oauth/token', 'client_id=x&client_secret=y')],
    [
      'an empty grant type',
      'invalid_request',
      () => askToken(api, { ...integrator.credentials, grant_type: '' }),
    ],
    ['JSON', 'invalid_request', () => send('/oauth/token', '{}', { 'content-type': 'application/json' })],
    [
      'a tab in the type',
      'invalid_request',
      () => send('/oauth/token', whole(), { 'content-type': 'application/json\t; a' }),
    ],
    ['a body of a book', 'invalid_request', () => send('/oauth/token', `${whole()}&x=${'x'.repeat(5000)}`)],
    [
      'a password',
      'unsupported_grant_type',
      () => askToken(api, { ...integrator.credentials, grant_type: 'password' }),
    ],
    [
      'a scope that nobody has',
      'invalid_scope',
      () => askToken(api, { ...integrator.credentials, scope: 'admin' }),
    ],
    [
      'one good scope and one other',
      'invalid_scope',
      () => askToken(api, { ...integrator.credentials, scope: 'meters:read payments:write' }),
    ],
    ['a scope of spaces', 'invalid_scope', () => askToken(api, { ...integrator.credentials, scope: '  ' })],
  ])('%s', async (_, error, ask) => {
    const answer = await ask()

    expect(answer.json()).toMatchObject({ error })
    expect(answer.statusCode).toBe(400)
  })

  test('what OAuth does not know is ignored', async () => {
    expect(
      (await askToken(api, { ...integrator.credentials, audience: 'x', __proto__x: 'y' })).statusCode,
    ).toBe(200)
  })
})

test('a scope that the agreement does not have is not given', async () => {
  const reader = await anIntegrator(api, { scopes: ['meters:read'] })

  expect((await askToken(api, { ...reader.credentials, scope: 'readings:write' })).json()).toMatchObject({
    error: 'invalid_scope',
  })
  expect((await askToken(api, reader.credentials)).json()).toMatchObject({ scope: 'meters:read' })
})

test('while a secret is put in the place of another both are good', async () => {
  const rotating = await anIntegrator(api)
  const { secret } = (await rotating.issue()).json<CardWithSecret>()
  const [old, fresh] = [
    await askToken(api, rotating.credentials),
    await askToken(api, { ...rotating.credentials, client_secret: secret ?? '' }),
  ]

  expect([old.statusCode, fresh.statusCode]).toEqual([200, 200])
})

test('a disabled program is told so with its own secret only', async () => {
  const { administrator, path, credentials } = await anIntegrator(api)
  await administrator.post(`${path}/disable`, { reason: 'договор расторгнут' })

  expect((await askToken(api, credentials)).json()).toMatchObject({ error: 'unauthorized_client' })
  expect((await askToken(api, { ...credentials, client_secret: 'x' })).json()).toMatchObject({
    error: 'invalid_client',
  })
})

const from = (ip: string) => ({ 'x-forwarded-for': ip })

test('whoever tries secrets is turned away by address, and the program itself goes on', async () => {
  const { id, credentials } = await anIntegrator(api)
  const tries = await Promise.all(
    Array.from({ length: 70 }, async () =>
      askToken(api, { client_id: id, client_secret: 'x' }, from('198.51.100.77')),
    ),
  )
  const [late, elsewhere] = [
    await askToken(api, credentials, from('198.51.100.77')),
    await askToken(api, credentials, from('198.51.100.78')),
  ]

  expect(tries.filter(({ statusCode }) => statusCode === 401)).toHaveLength(60)
  expect(late.statusCode).toBe(429)
  expect(late.json()).toMatchObject({ error: 'temporarily_unavailable' })
  expect(Number(late.headers['retry-after'])).toBeGreaterThan(0)
  expect(elsewhere.statusCode).toBe(200)
})

test('the database keeps no secret, and no log tells one', async () => {
  const { client_secret: secret } = integrator.credentials
  const [kept] = await api.db.$queryRaw<{ all: string }[]>`
    SELECT (SELECT json_agg(s)::text FROM integrator_secrets s) || (SELECT json_agg(i)::text FROM integrators i) ||
      (SELECT json_agg(e)::text FROM audit_events e) AS all`

  expect(secret).toMatch(/^rodnik_live_[0-9A-Za-z]{46}$/)
  expect(kept?.all).toContain(secret.slice(-4))
  expect(kept?.all).not.toContain(secret)
})
