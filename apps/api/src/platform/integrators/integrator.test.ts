import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { anIntegrator, askToken } from '../../../test/integrators.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const rateOf = ({ headers }: { headers: Record<string, unknown> }) => [
  headers['ratelimit-policy'],
  headers['ratelimit'],
]

test('a program that is over its rate waits, and nobody else does', async () => {
  const [eager, calm] = [
    await anIntegrator(api, { requestsPerMinute: 5 }),
    await anIntegrator(api, { requestsPerMinute: 5 }),
  ]
  // One of the five was the token's.
  const answers = [1, 2, 3, 4, 5].map(() => eager.get('/integrator/accounts'))
  const done = await Promise.all(answers)
  const late = await eager.get('/integrator/accounts')
  const others = [await calm.get('/integrator/accounts'), await api.app.inject({ url: '/api/v1/tariffs' })]

  expect(done.filter(({ statusCode }) => statusCode === 200)).toHaveLength(4)
  expect(late.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
  expect(Number(late.headers['retry-after'])).toBeGreaterThan(0)
  expect(rateOf(late)).toEqual(['"integrator";q=5;w=60', expect.stringMatching(/^"integrator";r=0;t=\d+$/)])
  expect(others.map(({ statusCode }) => statusCode)).not.toContain(429)
  expect(rateOf(others[0] ?? late)).toEqual([
    '"integrator";q=5;w=60',
    expect.stringMatching(/^"integrator";r=3;t=\d+$/),
  ])
})

test('the rate is of all instances together, and tokens count as well', async () => {
  const { token, credentials } = await anIntegrator(api, { requestsPerMinute: 3 })
  const other = await api.buildInstance()
  const ask = (app: Api['app']) =>
    app.inject({ url: '/api/v1/integrator/accounts', headers: { authorization: `Bearer ${token}` } })
  const answers = [await ask(api.app), await ask(other), await ask(api.app), await ask(other)]
  const fresh = await askToken(api, credentials)
  await other.close()

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429, 429])
  expect(fresh.statusCode).toBe(429)
})

test('a program that is disabled is out at its next request, on another instance too, until it is let in again', async () => {
  const { administrator, path, token, name } = await anIntegrator(api)
  const other = await api.buildInstance()
  const ask = () =>
    other.inject({ url: '/api/v1/integrator/accounts', headers: { authorization: `Bearer ${token}` } })
  const before = await ask()
  await administrator.post(`${path}/disable`, { reason: 'утечка' })
  const out = await ask()
  await administrator.post(`${path}/disable`, { reason: 'ещё раз' })
  await administrator.post(`${path}/enable`, { reason: 'разобрались' })
  const again = await ask()
  await other.close()
  const events = await api.db.auditEvent.findMany({
    where: {
      action: { in: ['integrator.disabled', 'integrator.enabled'] },
      details: { path: ['integrator'], equals: name },
    },
    orderBy: { id: 'asc' },
  })

  expect([before, out, again].map(({ statusCode }) => statusCode)).toEqual([200, 401, 200])
  expect(events.map(({ action }) => action)).toEqual(['integrator.disabled', 'integrator.enabled'])
})

test('a scope that is taken from the agreement is taken from tokens that are out', async () => {
  const { administrator, path, get, card } = await anIntegrator(api)
  const { name, kind, contact, requestsPerMinute, revision } = await card()
  const scopes = ['meters:read']
  await administrator.put(path, {
    name,
    kind,
    contact,
    requestsPerMinute,
    revision,
    scopes,
    organisation: null,
  })

  expect((await get('/integrator/accounts')).json()).toMatchObject({ code: 'scope_missing' })
})

test('staff see how often a program was answered, and when it was last here', async () => {
  const { administrator, path, token, card } = await anIntegrator(api)
  const instance = await api.buildInstance()
  const ask = (url: string) =>
    instance.inject({ url: `/api/v1${url}`, headers: { authorization: `Bearer ${token}` } })
  await Promise.all([
    ask('/integrator/accounts'),
    ask('/integrator/accounts'),
    ask('/integrator/accounts/3149999999/meters'),
  ])
  // What it has counted it writes before it stops.
  await instance.close()
  const { calls, lastCallAt, secrets } = await card()
  const list = await administrator.get('/staff/integrators')

  expect(calls).toEqual([{ day: '2026-11-22', taken: 2, refused: 1, limited: 0, failed: 0 }])
  expect(lastCallAt).not.toBeNull()
  expect(secrets[0]?.lastUsedAt).not.toBeNull()
  expect(list.json().integrators).toContainEqual(
    expect.objectContaining({ id: path.split('/').at(-1), lastCallAt }),
  )
})

test('the reference page shows the door of programs and the scope of each endpoint', async () => {
  const document = (await api.app.inject({ url: '/api/v1/openapi.json' })).json()

  expect(document.components.securitySchemes.integrator).toMatchObject({
    type: 'oauth2',
    flows: {
      clientCredentials: {
        tokenUrl: '/api/v1/oauth/token',
        scopes: { 'accounts:read': expect.any(String) },
      },
    },
  })
  expect(document.paths['/api/v1/integrator/readings'].post.security).toEqual([
    { integrator: ['readings:write'] },
  ])
  expect(Object.keys(document.paths['/api/v1/oauth/token'].post.requestBody.content)).toEqual([
    'application/x-www-form-urlencoded',
  ])
})
