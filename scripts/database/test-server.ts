import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atEnd } from '../run/lifecycle.ts'
import { withClient, withDatabase } from './client.ts'
import { defineCluster, findRunning, initialise, startServer, stopServer } from './cluster.ts'
import { freePort } from './free-port.ts'
import { isAlive } from './processes.ts'
import { bringUpToDate } from './reference-data.ts'
import { applyMigrations } from './schema-engine.ts'

/** Where tests make their databases: a server and a migrated template on it. */
export type TestServer = { url: string; template: string }

export type TestDatabase = { url: string; drop: () => Promise<void> }

/** A Sunday inside the reading window, noon in Chelyabinsk. */
const DEFAULT_NOW = '2026-11-22T07:00:00Z'

/** What came with files is older than the clock of any test. */
const KNOWN_LONG_SINCE = `UPDATE reference_values SET recorded_at = '2020-01-01'`

const FOLDER = 'rodnik-test-'

/**
 * Starts a throwaway PostgreSQL (or takes TEST_DATABASE_URL, whose user may create databases)
 * and makes one template database on it, migrated and with the reference data.
 */
export async function startTestServer(
  prepare: (url: string) => Promise<unknown> = bringUpToDate,
): Promise<TestServer & { stop: () => Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL']
  if (!given) await sweepLeftovers()
  const { url, stop } = given ? { url: given, stop: async () => {} } : await startThrowaway()
  const template = `rodnik_template_${randomBytes(6).toString('hex')}`
  try {
    await withClient(url, (client) => client.query(`CREATE DATABASE ${template}`))
    await prepare(withDatabase(url, template))
    await withClient(withDatabase(url, template), (client) => client.query(KNOWN_LONG_SINCE))
  } catch (error) {
    await stop()
    throw error
  }
  return { url, template, stop: given ? () => dropDatabase(url, template) : stop }
}

/** A migrated empty database in which `app_now()` starts at `now` and goes on from there. */
export async function createTestDatabase(
  server: TestServer,
  options: { now?: string } = {},
): Promise<TestDatabase> {
  const name = `rodnik_${randomBytes(6).toString('hex')}`
  await withClient(server.url, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${server.template} STRATEGY FILE_COPY`)
    const { rows } = await client.query<{ offset: string }>(
      `SELECT extract(epoch FROM $1::timestamptz - clock_timestamp()) || ' seconds' AS "offset"`,
      [options.now ?? DEFAULT_NOW],
    )
    await client.query(`ALTER DATABASE ${name} SET rodnik.clock_offset = '${rows[0]?.offset}'`)
  })
  return { url: withDatabase(server.url, name), drop: () => dropDatabase(server.url, name) }
}

async function dropDatabase(url: string, name: string): Promise<void> {
  await withClient(url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
}

async function startThrowaway() {
  const parent = mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`))
  chmodSync(parent, 0o711)
  const cluster = await defineTestCluster(parent)
  await initialise(cluster)
  const running = await startServer(cluster, await freePort())
  const stop = async () => {
    await stopServer(running)
    rmSync(parent, { recursive: true, force: true })
  }
  atEnd(stop)
  return { url: running.url('postgres'), stop }
}

function defineTestCluster(parent: string) {
  const folder = join(parent, 'postgres')
  return defineCluster({ folder, logFile: join(parent, 'postgres.log'), password: 'test', isDurable: false })
}

/** Ends servers of test runs that were killed and could not end them themselves. */
async function sweepLeftovers(): Promise<void> {
  const mine = readdirSync(tmpdir()).filter((name) => name.startsWith(FOLDER))
  for (const name of mine) {
    const parent = join(tmpdir(), name)
    const ownerPid = Number(name.slice(FOLDER.length).split('-')[0])
    if (isAlive(ownerPid) || statSync(parent).uid !== process.getuid?.()) continue
    const running = await findRunning(await defineTestCluster(parent))
    if (running) await stopServer(running)
    rmSync(parent, { recursive: true, force: true })
  }
}

/** Lends a migrated database without any data on a server of its own, gone afterwards. */
export async function withScratchDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = await startTestServer(applyMigrations)
  try {
    return await work(withDatabase(server.url, server.template))
  } finally {
    await server.stop()
  }
}
