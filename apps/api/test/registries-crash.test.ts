import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedDemoCity } from '../../../prisma/seed/demo-city.ts'
import { postRegistries } from '../src/modules/payments/index.ts'
import { type Api, startApi } from './api.ts'
import { booksOf, inEncoding, keyOf, sberText } from './bank-files.ts'

const ROWS = 20_000
const KILLS = 5
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

const folder = mkdtempSync(join(tmpdir(), 'rodnik-registry-'))
let api: Api
let path: string
beforeAll(async () => {
  api = await startApi()
  await seedDemoCity({ connectionString: api.databaseUrl, accounts: 800, today: '2026-11-22' })
  const accounts = await api.db.account.findMany({ where: { closedOn: null }, select: { number: true } })
  const rows = Array.from({ length: ROWS }, (_, i) => ({
    key: keyOf(`crash ${i}`),
    // Every hundredth is nobody's.
    account: i % 100 === 0 ? '3149999999' : (accounts[i % accounts.length]?.number ?? ''),
    kopecks: 1 + i,
  }))
  path = join(folder, 'file.txt')
  writeFileSync(path, inEncoding(sberText(rows)))
})
afterAll(async () => {
  await api.stop()
  rmSync(folder, { recursive: true })
})

/** The command as a clerk types it, in a process of its own. */
const importing = (): ChildProcess =>
  spawn(
    process.execPath,
    [new URL('../src/payments-import.ts', import.meta.url).pathname, path, '--batch', '50'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env['PATH'], DATABASE_URL: api.databaseUrl },
    },
  )

/** The worker as a process of its own, for as long as it is let live. */
const working = (): ChildProcess =>
  spawn(process.execPath, [new URL('../src/worker.ts', import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: api.databaseUrl,
      PUBLIC_URL: 'http://localhost:3000',
      SESSION_SECRET: api.env.SESSION_SECRET,
      METRICS_PORT: '0',
    },
  })

const fileOf = () => api.db.registryFile.findFirst()
const doneRows = async () => {
  const file = await fileOf()
  return file === null ? 0 : file.creditedRows + file.waitingRows
}

/** Kills it while it posts, with more rows posted than before. */
async function killWhilePosting(child: ChildProcess): Promise<boolean> {
  const ended = once(child, 'exit')
  const before = await doneRows()
  while (child.exitCode === null && (await doneRows()) <= before) await pause(5)
  await pause(randomInt(0, 30))
  const isAtWork = child.kill('SIGKILL')
  await ended
  return isAtWork
}

test('a file whose import is killed again and again is posted once, row by row', {
  timeout: 240_000,
}, async () => {
  const checking = importing()
  const ended = once(checking, 'exit')
  await pause(randomInt(700, 1100))
  checking.kill('SIGKILL')
  await ended
  // Killed before the file was whole, nothing of it is there; else it waits for the worker.
  let kills = (await fileOf()) === null ? Number(await killWhilePosting(importing())) : 0
  for (let i = 0; i < KILLS; i++) {
    if ((await fileOf())?.state === 'posted') break
    kills += Number(await killWhilePosting(working()))
  }
  expect(kills).toBeGreaterThan(0)

  await postRegistries({ db: api.db, log: SILENT, connectionString: api.databaseUrl })

  const total = (ROWS * (ROWS + 1)) / 2
  const [states, books] = await Promise.all([
    api.db.registryRow.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } }),
    booksOf(api),
  ])
  expect(states.map(({ state, _count }) => [state, _count])).toEqual([
    ['credited', ROWS - ROWS / 100],
    ['waiting', ROWS / 100],
  ])
  expect(await fileOf()).toMatchObject({
    state: 'posted',
    creditedRows: ROWS - ROWS / 100,
    waitingRows: ROWS / 100,
    knownRows: 0,
    amountKopecks: BigInt(total),
  })
  expect(books).toMatchObject({ all: 0, bank: total })
})
