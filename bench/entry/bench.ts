import { tmpdir } from 'node:os'
import { buildApp } from '@rodnik/api/app/build'
import { folderStore } from '@rodnik/api/gateways/file-store/folder-store'
import { NO_ACQUIRERS } from '@rodnik/api/platform/acquirer'
import { openDatabase } from '@rodnik/api/platform/db'
import { createMetrics } from '@rodnik/api/platform/metrics'
import { flatKey } from '@rodnik/domain/addresses/flat-key'
import { houseKey, houseWeakKey } from '@rodnik/domain/addresses/house-key'
import { createTestDatabase, startTestServer } from '../../scripts/database/test-server.ts'
import { atEnd } from '../../scripts/run/lifecycle.ts'
import { tableOf } from '../readings/figures.ts'

const TRIES = 500
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }
const ADDRESS = { house: '12а', flat: '45' }

type Entry = { accountNumber: string; house: string; flat: string }
type Database = ReturnType<typeof openDatabase>

/** Whether the time of a refusal tells why: the same entry refused for six reasons, one after another. */
export async function benchEntry(): Promise<void> {
  const server = await startTestServer()
  atEnd(server.stop)
  const { url } = await createTestDatabase(server)
  const database = openDatabase(url, 8)
  const env = { PUBLIC_URL: 'http://localhost:3000', SESSION_SECRET: 'a secret of the bench that is long' }
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

  const refusals = await prepare(database)
  const times = refusals.map(() => new Float64Array(TRIES))
  for (let i = 0; i < TRIES; i++) {
    await database.db.rateLimit.deleteMany()
    for (const [kind, { entry }] of refusals.entries()) {
      const startedAt = performance.now()
      const { statusCode } = await app.inject({
        method: 'POST',
        url: '/api/v1/guest-session',
        payload: entry,
      })
      if (statusCode !== 401) throw new Error(`Expected a refusal, got ${statusCode}`)
      times[kind]?.set([performance.now() - startedAt], i)
      await database.db.rateLimit.deleteMany()
    }
  }
  report(
    refusals.map(({ name }) => name),
    times,
  )
}

async function prepare({ db }: Database): Promise<{ name: string; entry: Entry }[]> {
  const account = async (number: string, facts: object): Promise<Entry> => {
    const keys = {
      houseKey: houseKey(ADDRESS.house),
      houseWeakKey: houseWeakKey(ADDRESS.house),
      flatKey: flatKey(ADDRESS.flat),
    }
    await db.account.create({
      data: { number, ...facts, premises: { create: { street: number, ...ADDRESS, ...keys } } },
    })
    return { accountNumber: number, ...ADDRESS }
  }
  const open = await account('3140000001', {})
  return [
    { name: 'unknown number', entry: { ...open, accountNumber: '3149999999' } },
    { name: 'wrong house', entry: { ...open, house: '13' } },
    { name: 'wrong flat', entry: { ...open, flat: '46' } },
    { name: 'switched off', entry: await account('3140000002', { isAccountlessAllowed: false }) },
    { name: 'closed', entry: await account('3140000003', { closedOn: new Date('2026-01-31') }) },
    { name: 'organisation', entry: await account('3140000004', { kind: 'legal' }) },
  ]
}

function report(names: string[], times: Float64Array[]) {
  const medians = times.map((values) => values.toSorted()[TRIES / 2] ?? 0)
  const rows = names.map((name, i) => [
    name,
    (medians[i] ?? 0).toFixed(2),
    (times[i]?.toSorted()[Math.floor(TRIES * 0.99)] ?? 0).toFixed(2),
  ])
  console.log(tableOf([['refused because', 'median ms', 'p99 ms'], ...rows]))
  const spread = Math.max(...medians) - Math.min(...medians)
  console.log(`\n  medians differ by ${spread.toFixed(2)} ms over ${TRIES} tries each; to stay under 5 ms`)
}
