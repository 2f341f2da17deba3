import { statusOf } from '@rodnik/contract/problem'
import Fastify from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, enter, guestOf, startApi } from '../../test/api.ts'
import { endpointsOfContract } from '../../test/contract-endpoints.ts'
import { NO_ACQUIRERS } from '../platform/acquirer.ts'
import { openDatabase } from '../platform/db.ts'
import { http } from '../platform/http.ts'
import { createMetrics } from '../platform/metrics.ts'
import { type AppOptions, buildApp } from './build.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const options: Omit<AppOptions, 'logger'> = {
  TRUST_PROXY: [],
  CONTRACT_VALIDATION: 'compiled',
  STATIC_DIR: undefined,
  maxEventLoopDelayMs: 0,
}
const silent = pino({ level: 'silent' })

const blockFor = (milliseconds: number) => {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

describe('an integrator who reads the API', () => {
  test('finds every endpoint of the contract in OpenAPI 3.1, each with its summary', async () => {
    const document = (await api.app.inject({ url: '/api/v1/openapi.json' })).json()

    expect(document.openapi).toMatch(/^3\.1/)
    const described = Object.entries<object>(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(described.toSorted()).toEqual(await endpointsOfContract())
    expect(described.length).toBeGreaterThan(60)
    for (const operations of Object.values<Record<string, { summary?: string }>>(document.paths)) {
      for (const operation of Object.values(operations)) expect(operation.summary).toBeTruthy()
    }
    expect(document.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(statusOf))
  })

  test('finds the reference page', async () => {
    const page = await api.app.inject({ url: '/api/docs/' })

    expect(page.statusCode).toBe(200)
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';")
  })

  test.each([['/api/v1/nothing'], ['/api/v2/site'], ['/api']])('gets a problem for %s', async (url) => {
    const response = await api.app.inject({ url })

    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({
      type: 'urn:rodnik:problem:not_found',
      status: 404,
      code: 'not_found',
    })
  })
})

test.each([['/%ff'], ['/api/v1/%ff'], ['/en/%E0%A4%A']])(
  'an address that cannot be decoded, %s, is a problem too',
  async (url) => {
    const response = await api.app.inject({ url })

    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({ status: 400, code: 'invalid_request' })
    expect(response.body).not.toContain('%')
  },
)

test('an instance that drains says so to the balancer and still serves', async () => {
  const app = await api.buildInstance()
  app.startDraining()

  expect((await app.inject({ url: '/health/ready' })).statusCode).toBe(503)
  expect((await app.inject({ url: '/api/v1/site' })).statusCode).toBe(200)
  await app.close()
})

describe('every answer of the API', () => {
  test('carries the headers that matter and may not be stored', async () => {
    const { headers } = await api.app.inject({ url: '/api/v1/site' })

    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    })
    expect(headers['x-powered-by']).toBeUndefined()
  })
})

describe('the public site data', () => {
  test('tell the window, the prices of the day and the phone', async () => {
    expect((await api.app.inject({ url: '/api/v1/site' })).json()).toMatchObject({
      phone: '217-05-17',
      accountPrefix: '314',
      today: '2026-11-22',
      window: { period: '2026-11', opensOn: '2026-11-01', closesOn: '2026-11-25', isOpen: true },
      prices: { coldWaterKopecks: 4022, wastewaterKopecks: 2685 },
    })
  })
})

test('an operator extends the window for everyone with one dated setting', async () => {
  const late = await startApi({ now: '2026-11-27T07:00:00Z' })
  const account = await late.given.account()
  const meter = await late.given.meter(account.id)
  await late.db.setting.create({
    data: { name: 'reading_window', validFrom: new Date('2026-11-01'), value: { firstDay: 1, lastDay: 30 } },
  })
  const guest = await guestOf(late, account.entry)

  const sent = await guest.submit([{ meterId: meter.id, valueLitres: 125_000 }])

  expect(sent.json()).toMatchObject({ period: '2026-11', closesOn: '2026-11-30' })
  await late.stop()
})

test('the log has one line a request and not one personal datum in it', async () => {
  const lines: string[] = []
  const { db, pool, close } = openDatabase(api.databaseUrl, 4)
  const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })
  const deps = {
    env: api.env,
    db,
    pool,
    metrics: createMetrics(),
    log: logger,
    acquirers: NO_ACQUIRERS,
    files: api.files,
  }
  const app = await buildApp(deps, { ...options, logger })
  const account = await api.given.account({ house: '987', flat: '654' })
  const meter = await api.given.meter(account.id)
  const guest = await guestOf({ app }, account.entry)
  const sent = await guest.submit([{ meterId: meter.id, valueLitres: 125_321 }])
  await guest.get(`/submissions/${sent.json().number}`)
  await enter({ app }, { ...account.entry, flat: '1' })
  await app.inject({ url: `/api/v1/nothing?account=${account.number}` })

  expect(lines.filter((line) => line.includes('"answered"'))).toHaveLength(5)
  const log = lines.join('')
  for (const secret of [
    account.number,
    '987',
    '654',
    '125321',
    sent.json().number,
    guest.cookie.split('=')[1]!,
  ]) {
    expect(log.replaceAll(/"(time|pid|ms|reqId)":[^,}]+/g, '')).not.toContain(secret)
  }
  await app.close()
  await close()
})

describe('health', () => {
  test('is ready when a reading could be recorded', async () => {
    expect((await api.app.inject({ url: '/health/ready' })).statusCode).toBe(200)
  })

  test('without a database is alive but not ready, and visitors get 503 with a time to come back', async () => {
    const { db, pool, close } = openDatabase('postgresql://nobody:x@127.0.0.1:1/none', 2)
    const app = await buildApp(
      {
        env: api.env,
        db,
        pool,
        metrics: createMetrics(),
        log: silent,
        acquirers: NO_ACQUIRERS,
        files: api.files,
      },
      { ...options, logger: false },
    )

    expect((await app.inject({ url: '/health/live' })).statusCode).toBe(200)
    expect((await app.inject({ url: '/health/ready' })).statusCode).toBe(503)
    const response = await enter({ app }, { accountNumber: '3140000017', house: '1', flat: '1' })
    expect(response.json()).toMatchObject({ status: 503, code: 'unavailable' })
    expect(response.headers['retry-after']).toBe('3')
    await app.close()
    await close()
  })
})

test('visitors are asked to come back while the process cannot keep up; health checks are answered', async () => {
  const deps = {
    env: api.env,
    db: api.db,
    pool: api.pool,
    metrics: createMetrics(),
    log: silent,
    acquirers: NO_ACQUIRERS,
    files: api.files,
  }
  const app = await buildApp(deps, { ...options, logger: false, maxEventLoopDelayMs: 1 })
  await app.ready()
  const until = performance.now() + 1500
  while (performance.now() < until) await new Promise((resolve) => setImmediate(() => resolve(blockFor(100))))

  const response = await app.inject({ url: '/api/v1/site' })

  expect(response.json()).toMatchObject({ status: 503, code: 'unavailable' })
  expect(response.headers['retry-after']).toBe('3')
  expect((await app.inject({ url: '/health/live' })).statusCode).toBe(200)
  await app.close()
})

test('an endpoint that does not say who may call it stops the start', async () => {
  const app = Fastify()
  const deps = {
    env: api.env,
    db: api.db,
    pool: api.pool,
    metrics: createMetrics(),
    log: silent,
    acquirers: NO_ACQUIRERS,
    files: api.files,
  }
  await app.register(http, { deps, validation: 'plain' })

  expect(() => app.get('/api/v1/everything', async () => 'open')).toThrow('does not say who may call it')
  // A program is let in by a scope, a member of staff by a role: without one it would be any.
  for (const access of ['integrator', 'staff'] as const) {
    const open = () => app.get('/api/v1/everything', { config: { access } }, async () => 'open')
    expect(open).toThrow('does not say who may call it')
  }
})
