import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { buildApp } from '../src/app/build.ts'
import { folderStore } from '../src/gateways/file-store/folder-store.ts'
import { insertSession } from '../src/modules/auth/sessions.repo.ts'
import { type Acquirers, NO_ACQUIRERS } from '../src/platform/acquirer.ts'
import { openDatabase } from '../src/platform/db.ts'
import type { EsiaGateway } from '../src/platform/esia.ts'
import { createMetrics } from '../src/platform/metrics.ts'
import { deriveKey, hmac } from '../src/platform/secrets.ts'
import { createTestDatabase } from './database.ts'
import { given } from './given.ts'

type AppSettings = {
  now?: string
  publicUrl?: string
  validation?: 'compiled' | 'plain'
  /** Entry by Gosuslugi is off without it. */
  esia?: EsiaGateway
  /** Payments are off without them. */
  acquirers?: Acquirers
}

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** The real API on a database of its own. */
export async function startApi(settings: AppSettings = {}) {
  const { now, publicUrl, validation = 'compiled', esia, acquirers = NO_ACQUIRERS } = settings
  const database = await createTestDatabase(now ? { now } : {})
  const { db, pool, close } = openDatabase(database.url, 8)
  const env = {
    PUBLIC_URL: publicUrl ?? 'http://localhost:3000',
    SESSION_SECRET: 'a secret of tests that is long enough',
  }
  const metrics = createMetrics()
  const filesDir = await mkdtemp(join(tmpdir(), 'rodnik-files-'))
  const files = folderStore(filesDir)
  const deps = { env, db, pool, metrics, log: SILENT, esia, acquirers, files }
  const buildInstance = () =>
    buildApp(deps, {
      TRUST_PROXY: ['127.0.0.1'],
      CONTRACT_VALIDATION: validation,
      STATIC_DIR: undefined,
      logger: false,
      // Tests share the process with the API and keep its event loop busy themselves.
      maxEventLoopDelayMs: 0,
    })
  const app = await buildInstance()
  return {
    app,
    db,
    pool,
    env,
    files,
    filesDir,
    metrics,
    databaseUrl: database.url,
    given: given(db),
    /** Another instance on the same database, as behind a load balancer. */
    buildInstance,
    async stop() {
      await app.close()
      await close()
      await database.drop()
      await rm(filesDir, { recursive: true })
    },
  }
}
export type Api = Awaited<ReturnType<typeof startApi>>

type Entry = { accountNumber: string; house: string; flat: string }

/** The cookies of an answer, as the next request sends them. */
export const cookiesOf = (response: LightMyRequestResponse) =>
  response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

export const enter = ({ app }: Pick<Api, 'app'>, entry: object, { ip = '203.0.113.7', cookie = '' } = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/guest-session',
    headers: { 'x-forwarded-for': ip, ...(cookie && { cookie }) },
    payload: entry,
  })

/** A guest who has entered: what they can do, as sentences. */
export async function guestOf(api: Pick<Api, 'app'>, entry: Entry) {
  const entered = await enter(api, entry, { ip: `198.51.100.${Math.floor(Math.random() * 250)}` })
  if (entered.statusCode !== 201) throw new Error(`The guest was not let in: ${entered.body}`)
  const cookie = cookiesOf(entered)
  return {
    cookie,
    get: (url: string) => api.app.inject({ url: `/api/v1${url}`, headers: { cookie } }),
    leave: () => api.app.inject({ method: 'DELETE', url: '/api/v1/guest-session', headers: { cookie } }),
    submit: (readings: unknown, key?: string) =>
      api.app.inject({
        method: 'POST',
        url: '/api/v1/submissions',
        headers: { cookie, ...(key && { 'idempotency-key': key }) },
        payload: { readings },
      }),
  }
}

type SignedIn = { id: string; kind: 'resident' | 'organisation' | 'staff' }
type Call = {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  payload?: object
  headers?: object
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An access token as the server makes it. */
function signAccess(secret: string, claims: { sub: string; sid: string; gen: number }): string {
  const issuedAt = Math.floor(Date.now() / 1000)
  const times = { iat: issuedAt, exp: issuedAt + 600 }
  const whole = { ...claims, ...times, jti: crypto.randomUUID(), iss: 'rodnik', aud: 'person' }
  const content = `${part({ alg: 'HS256', typ: 'at+jwt' })}.${part(whole)}`
  return `${content}.${hmac(deriveKey(secret, 'access-token'), content).toString('base64url')}`
}

/** A person with an open session, without the way there: what they can do. */
export async function signedIn(
  api: Pick<Api, 'app' | 'db' | 'env'>,
  { id, kind }: SignedIn,
  { isComplete = true } = {},
) {
  const session = await insertSession(api.db, api.env.SESSION_SECRET, {
    userId: id,
    kind,
    method: 'password',
    device: 'Chrome, Android',
    isComplete,
  })
  const token = signAccess(api.env.SESSION_SECRET, {
    sub: id,
    sid: session.sessionId,
    gen: session.generation,
  })
  const cookie = `rodnik-access=${token}; rodnik-refresh=${session.refreshToken}`
  const call = (url: string, { method = 'GET', payload, headers }: Call = {}) =>
    api.app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { cookie, ...headers },
      ...(payload && { payload }),
    })
  return {
    id,
    cookie,
    sessionId: session.sessionId,
    call,
    get: (url: string) => call(url),
    post: (url: string, payload: object = {}) => call(url, { method: 'POST', payload }),
    put: (url: string, payload: object = {}) => call(url, { method: 'PUT', payload }),
    patch: (url: string, payload: object = {}) => call(url, { method: 'PATCH', payload }),
    delete: (url: string) => call(url, { method: 'DELETE' }),
  }
}
