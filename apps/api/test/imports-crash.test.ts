import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installJobs } from '../src/platform/jobs.ts'
import { type Api, startApi } from './api.ts'
import { importRunsDesk, readingsFile } from './import-runs.ts'
import { endWorker, startWorker } from './worker.ts'

const METERS = 400
const KILLS = 3

let api: Api
let desk: Awaited<ReturnType<typeof importRunsDesk>>
beforeAll(async () => {
  api = await startApi()
  desk = await importRunsDesk(api)
  await installJobs(api.databaseUrl)
})
afterAll(() => api.stop())

/** Meters of one block of flats, and a file with twelve months of readings of each. */
async function aBlock() {
  const account = await api.given.account()
  const serials: string[] = []
  for (let i = 0; i < METERS; i++) serials.push((await api.given.meter(account.id, { readings: {} })).serial)
  const months = Array.from({ length: 12 }, (_, i) => String((i + 10) % 12 || 12).padStart(2, '0'))
  return readingsFile(
    serials.flatMap((serial) =>
      months.map(
        (month, i) => `${account.number};${serial};20.${month}.${i < 3 ? 2025 : 2026};${10 + i * 5}`,
      ),
    ),
  )
}

const runOf = (id: string) => api.db.importRun.findUniqueOrThrow({ where: { id } })
const loadedRows = () => api.db.reading.count({ where: { source: 'import' } })

/** A worker is killed while it is at the run. @returns whether the run was still open then */
async function killAtWork(id: string): Promise<boolean> {
  const { attempt } = await runOf(id)
  const worker = startWorker(api, {})
  while ((await runOf(id)).attempt === attempt) await pause(5)
  await pause(randomInt(0, 250))
  await endWorker(worker, 'SIGKILL')
  // Two minutes of silence pass.
  await api.db.$executeRaw`
    UPDATE import_runs SET worked_at = worked_at - interval '121 seconds' WHERE id = ${id}::uuid`
  return (await runOf(id)).endedAt === null
}

test('a load whose worker is killed again and again is there once, whole', { timeout: 120_000 }, async () => {
  const file = await aBlock()
  const { id } = await desk.check(file)
  const before = await loadedRows()
  await desk.decide(id, 'load')
  let kills = 0
  while (kills < KILLS && (await killAtWork(id))) {
    kills += 1
    expect(await loadedRows()).toBe(before)
  }
  expect(kills).toBeGreaterThan(0)
  await desk.work()

  expect(await runOf(id)).toMatchObject({ state: 'loaded' })
  expect(await loadedRows()).toBe(before + METERS * 12)
  expect(await api.db.auditEvent.count({ where: { action: 'import.loaded' } })).toBe(1)
  expect(await api.db.importPart.count()).toBe(0)
})

test('the worker checks files soon after they are sent', async () => {
  const worker = startWorker(api, {})
  try {
    const { id } = await desk.send([readingsFile(['3140000001;1;20.11.2026;1'])])
    await expect.poll(async () => (await runOf(id)).state, { timeout: 30_000 }).toBe('checked')
  } finally {
    await endWorker(worker, 'SIGTERM')
  }
})
