import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedDemoCity } from '../../../prisma/seed/demo-city.ts'
import { openDatabase } from '../src/platform/db.ts'
import { createTestDatabase } from './database.ts'
import { given } from './given.ts'

const KILLS = 10

let url: string
let database: ReturnType<typeof openDatabase>
beforeAll(async () => {
  url = (await createTestDatabase()).url
  database = openDatabase(url, 4)
  await seedDemoCity({ connectionString: url, accounts: 800, today: '2026-11-22' })
  await given(database.db).person({ roles: ['clerk'], email: 'anna@example.ru' })
  await given(database.db).person({ roles: ['administrator'], email: 'vera@example.ru' })
})
afterAll(() => database.close())

/** The command as a clerk types it, in a process of its own. */
function close(...args: string[]): ChildProcess {
  const script = new URL('../src/billing-close.ts', import.meta.url).pathname
  return spawn(process.execPath, [script, '2026-10', '--slice', '5', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], DATABASE_URL: url },
  })
}

async function finished(child: ChildProcess): Promise<number | null> {
  child.stderr?.resume()
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

/** Kills it after some slices, in the middle of what it does next. True: it was still at work. */
async function killSoon(child: ChildProcess): Promise<boolean> {
  const ended = once(child, 'exit')
  let reports = randomInt(1, 5)
  await new Promise<void>((resolve) => {
    child.stderr?.on('data', () => {
      if (--reports <= 0) resolve()
    })
    child.once('exit', () => resolve())
  })
  await pause(randomInt(0, 10))
  const isAtWork = child.kill('SIGKILL')
  await ended
  return isAtWork
}

const RECALCULATED = 100

/** Every seventh account waits to be charged for a month that nobody closed. */
const recalculations = () => database.db.$executeRaw`
  INSERT INTO recalculations (account_id, kind, first_period, last_period, reason, recorded_by)
  SELECT id, 'months', '2026-09-01', '2026-09-01', 'Заявление', 'staff:anna'
  FROM (SELECT id, row_number() OVER (ORDER BY number) AS n FROM accounts WHERE closed_on IS NULL) a
  WHERE n % 7 = 0 LIMIT ${RECALCULATED}`
const taken = () => database.db.$queryRaw`
  SELECT (SELECT count(*)::int FROM recalculations WHERE taken_in = '2026-10-01') AS taken,
    (SELECT count(DISTINCT recalculation_id)::int FROM recalculated_months WHERE period = '2026-09-01') AS months`

const charges = () => database.db.charge.findMany({ orderBy: [{ accountId: 'asc' }, { service: 'asc' }] })
const stateOf = async () =>
  (await database.db.billingPeriod.findFirstOrThrow({ where: { period: new Date('2026-10-01') } })).state

// A dozen processes, one after the other.
const TIMEOUT_MS = 240_000

test('a close that is killed ten times comes to the same charges, and the ledger sums to zero', {
  timeout: TIMEOUT_MS,
}, async () => {
  await recalculations()
  expect(await finished(close('--as', 'anna@example.ru'))).toBe(0)
  const whole = await charges()
  expect(whole.length).toBeGreaterThan(1000)

  let kills = 0
  for (let i = 0; i < KILLS; i++) {
    kills += Number(await killSoon(close('--as', 'anna@example.ru', ...(i === 0 ? ['--anew'] : []))))
  }
  expect(await stateOf()).toBe('drafting')
  expect(await finished(close('--as', 'anna@example.ru'))).toBe(0)

  expect(kills).toBe(KILLS)
  expect(await charges()).toEqual(whole)
  expect(await taken()).toEqual([{ taken: RECALCULATED, months: RECALCULATED }])

  const final = close('--as', 'vera@example.ru', '--final')
  const ended = finished(final)
  await pause(randomInt(600, 1500))
  final.kill('SIGKILL')
  await ended
  if ((await stateOf()) === 'draft') await finished(close('--as', 'vera@example.ru', '--final'))
  expect(await stateOf()).toBe('final')
  const [sums] = await database.db.$queryRaw<{ all: bigint; owed: bigint }[]>`
    SELECT sum(amount_kopecks)::bigint AS all,
      sum(amount_kopecks) FILTER (WHERE book = 'receivable')::bigint AS owed FROM ledger_entries`
  expect(sums).toEqual({ all: 0n, owed: whole.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0n) })
})
