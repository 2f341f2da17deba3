import { writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { buildApp } from '@rodnik/api/app/build'
import { folderStore } from '@rodnik/api/gateways/file-store/folder-store'
import { countDebts, countLastPeriods } from '@rodnik/api/modules/staff/registers/city-counts.repo'
import { NO_ACQUIRERS } from '@rodnik/api/platform/acquirer'
import { type Db, openDatabase } from '@rodnik/api/platform/db'
import { createMetrics } from '@rodnik/api/platform/metrics'
import { Pool, type QueryConfig } from 'pg'
import { openServer } from '../readings/city.ts'
import { tableOf } from '../readings/figures.ts'
import { SECRET, startOurs } from '../readings/servers.ts'
import { CASES, type Case } from './cases.ts'
import { openStaffCity } from './city.ts'
import { staffCookie } from './cookie.ts'
import { heardWhile } from './statements.ts'

const USAGE = {
  accounts: { type: 'string', default: '500000' },
  /** Of each case, after as many that do not count. */
  times: { type: 'string', default: '30' },
  /** Only cases whose name has this. */
  only: { type: 'string', default: '' },
  /** A city that is there already, instead of one of the bench's own. */
  database: { type: 'string' },
  /** A file for the plan of each statement. */
  plans: { type: 'string' },
} as const

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }
const POOL_SIZE = 8

/** One open request of ten is theirs. */
const takeSome = (db: Db, memberId: string) => db.$executeRaw`
  UPDATE requests SET assignee_id = ${memberId}::uuid, state = 'in_work'
  WHERE closed_at IS NULL AND number LIKE '%000-_'`

/** A member of staff with every role, and what the pages they open ask the database. */
async function openDesk(url: string) {
  const { db, pool, close } = openDatabase(url, POOL_SIZE)
  await countDebts({ db })
  await countLastPeriods({ db })
  const roles = ['operator', 'clerk', 'inspector', 'administrator'] as const
  const member = await db.user.create({
    data: { kind: 'staff', name: 'Bench', staffRoles: { create: roles.map((role) => ({ role })) } },
  })
  await db.secondFactor.create({
    data: { userId: member.id, secret: Buffer.from('unused'), confirmedAt: new Date() },
  })
  await takeSome(db, member.id)
  const cookieOf = () => staffCookie(db, SECRET, member.id)
  const env = { PUBLIC_URL: 'http://localhost', SESSION_SECRET: SECRET }
  const deps = {
    env,
    db,
    pool,
    metrics: createMetrics(),
    log: SILENT,
    esia: undefined,
    acquirers: NO_ACQUIRERS,
    files: folderStore(tmpdir()),
  }
  const app = await buildApp(deps, {
    TRUST_PROXY: [],
    CONTRACT_VALIDATION: 'compiled',
    STATIC_DIR: undefined,
    logger: false,
    maxEventLoopDelayMs: 0,
  })
  const statementsOf = async (path: string) => {
    const cookie = await cookieOf()
    return heardWhile(() => app.inject({ url: `/api/v1${path}`, headers: { cookie } }))
  }
  return { cookieOf, statementsOf, close: async () => (await app.close(), close()) }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

const milliseconds = (value: number) => value.toFixed(value < 10 ? 1 : 0)
function shares(values: number[]): string[] {
  const sorted = values.toSorted((a, b) => a - b)
  return [0.5, 0.95, 0.99].map((share) => milliseconds(sorted[Math.floor(sorted.length * share)] ?? 0))
}

type Contenders = { ours: (path: string) => Promise<unknown>; floor: (path: string) => Promise<unknown> }

/** Ours and the floor in turns, each sample after the other. */
async function measure({ name, paths }: Case, times: number, { ours, floor }: Contenders): Promise<string[]> {
  const [oursTook, floorTook]: [number[], number[]] = [[], []]
  for (let i = -paths.length; i < times; i++) {
    const path = paths[(i + paths.length) % paths.length] ?? ''
    const took = [await timed(() => ours(path)), await timed(() => floor(path))] as const
    if (i < 0) continue
    oursTook.push(took[0])
    floorTook.push(took[1])
  }
  return [name, ...shares(oursTook), ...shares(floorTook)]
}

/** Search and registers of the console over HTTP, beside the same statements on bare connections. */
export async function benchStaff(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: USAGE })
  const url = values.database ?? (await openStaffCity(await openServer(), Number(values.accounts)))
  const desk = await openDesk(url)
  const api = await startOurs(url, undefined)
  const pool = new Pool({ connectionString: url, max: POOL_SIZE })
  const known = new Map<string, QueryConfig[]>()
  const cases = CASES.filter(({ name }) => name.includes(values.only))
  for (const path of cases.flatMap(({ paths }) => paths)) known.set(path, await desk.statementsOf(path))

  let cookie = ''
  const contenders: Contenders = {
    ours: async (path) => {
      const answer = await fetch(`http://127.0.0.1:${api.port}/api/v1${path}`, { headers: { cookie } })
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      await answer.arrayBuffer()
    },
    floor: (path) => Promise.all((known.get(path) ?? []).map((statement) => pool.query(statement))),
  }
  const rows = [['', 'ours p50', 'p95', 'p99', 'floor p50', 'p95', 'p99']]
  for (const one of cases) {
    cookie = await desk.cookieOf()
    rows.push(await measure(one, Number(values.times), contenders))
    console.log(`  ${rows.at(-1)?.join('  ')}`)
  }
  console.log(
    `\n  ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}; milliseconds\n`,
  )
  console.log(tableOf(rows))
  if (values.plans) writeFileSync(values.plans, await plansOf(pool, known))
  await pool.end()
  await desk.close()
}

async function plansOf(pool: Pool, known: Map<string, QueryConfig[]>): Promise<string> {
  const plans: string[] = []
  for (const [path, statements] of known) {
    for (const { text, values } of statements) {
      const { rows } = await pool.query(`EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${text}`, values)
      plans.push(`## ${decodeURIComponent(path)}`, ...rows.map((row) => String(Object.values(row)[0])), '')
    }
  }
  return plans.join('\n')
}
