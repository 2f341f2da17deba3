import { tmpdir } from 'node:os'
import { buildApp } from '@rodnik/api/app/build'
import { folderStore } from '@rodnik/api/gateways/file-store/folder-store'
import { NO_ACQUIRERS } from '@rodnik/api/platform/acquirer'
import { openDatabase } from '@rodnik/api/platform/db'
import { createMetrics } from '@rodnik/api/platform/metrics'
import { CONSENT_VERSION } from '@rodnik/contract/consent'
import { createTestDatabase, startTestServer } from '../../scripts/database/test-server.ts'
import { atEnd } from '../../scripts/run/lifecycle.ts'
import { tableOf } from '../readings/figures.ts'
import { addResident, knownPicture, PASSWORD, SECRET } from './city.ts'

const TRIES = 300
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

type Database = ReturnType<typeof openDatabase>
type Request = { url: string; payload: object; status: number }
type Contest = { name: string; form?: string; contenders: { name: string; request: Request }[] }

/** Whether the time of an answer tells whose address it is: the same question about several, one after another. */
export async function benchTiming(): Promise<void> {
  const server = await startTestServer()
  atEnd(server.stop)
  const database = openDatabase((await createTestDatabase(server)).url, 8)
  const env = { PUBLIC_URL: 'http://localhost:3000', SESSION_SECRET: SECRET }
  const app = await buildApp(
    {
      ...database,
      env,
      metrics: createMetrics(),
      log: SILENT,
      acquirers: NO_ACQUIRERS,
      files: folderStore(tmpdir()),
    },
    {
      TRUST_PROXY: [],
      CONTRACT_VALIDATION: 'compiled',
      STATIC_DIR: undefined,
      logger: false,
      maxEventLoopDelayMs: 0,
    },
  )
  atEnd(database.close)
  atEnd(() => app.close())
  await addResident(database.db, 'known@example.ru')
  await database.db.organisation.create({
    data: {
      kind: 'legal_entity',
      name: 'ООО «Вода»',
      inn: '7447000000',
      kpp: '744701001',
      ogrn: '1027400000000',
      contactEmail: 'office@example.ru',
    },
  })
  for (const contest of contests) await run(app, database, contest)
}

const address = (name: string, email: string, request: (email: string) => Request) => ({
  name,
  request: request(email),
})

const signIn = (login: string): Request => ({
  url: '/session',
  payload: { login, password: 'not the password' },
  status: 401,
})
const register = (email: string): Request => ({
  url: '/registrations',
  payload: {
    email,
    password: PASSWORD,
    phone: '+79120000000',
    language: 'ru',
    consentVersion: CONSENT_VERSION,
  },
  status: 202,
})
const forgot = (email: string): Request => ({
  url: '/password-reset-letters',
  payload: { email, language: 'ru' },
  status: 202,
})

const contests: Contest[] = [
  {
    name: 'sign in',
    contenders: [
      address('known address', 'known@example.ru', signIn),
      address('unknown address', 'nobody@example.ru', signIn),
    ],
  },
  {
    name: 'register',
    form: 'registration',
    contenders: [
      address('known address', 'known@example.ru', register),
      address('unknown address', 'nobody@example.ru', register),
    ],
  },
  {
    name: 'ask for a reset',
    form: 'password_reset',
    contenders: [
      address('known address', 'known@example.ru', forgot),
      address('unknown address', 'stranger@example.ru', forgot),
      address('not activated', 'nobody@example.ru', forgot),
      address("an organisation's address", 'office@example.ru', forgot),
    ],
  },
]

async function run(app: Awaited<ReturnType<typeof buildApp>>, { db }: Database, contest: Contest) {
  const times = contest.contenders.map(() => new Float64Array(TRIES))
  for (let i = 0; i < TRIES; i++) {
    for (const [kind, { request }] of contest.contenders.entries()) {
      await db.rateLimit.deleteMany()
      const picture = contest.form && { picture: await knownPicture(db, contest.form) }
      const startedAt = performance.now()
      const { statusCode, body } = await app.inject({
        method: 'POST',
        url: `/api/v1${request.url}`,
        payload: { ...request.payload, ...picture },
      })
      times[kind]?.set([performance.now() - startedAt], i)
      if (statusCode !== request.status) throw new Error(`${contest.name}: got ${statusCode}: ${body}`)
    }
  }
  report(contest, times)
}

function report({ name, contenders }: Contest, times: Float64Array[]) {
  const at = (i: number, share: number) => times[i]?.toSorted()[Math.floor(TRIES * share)] ?? 0
  const rows = contenders.map((contender, i) => [
    contender.name,
    at(i, 0.5).toFixed(2),
    at(i, 0.25).toFixed(2),
    at(i, 0.75).toFixed(2),
  ])
  console.log(`\n${tableOf([[name, 'median ms', 'quarter', 'three quarters'], ...rows])}`)
  const medians = contenders.map((_contender, i) => at(i, 0.5))
  const spread = Math.max(...medians) - Math.min(...medians)
  console.log(`  medians differ by ${spread.toFixed(2)} ms over ${TRIES} tries each`)
}
