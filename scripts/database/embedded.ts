import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataFolder, persistedSecret } from '../run/data-folder.ts'
import { type Claim, claimInstance } from '../run/instance-lock.ts'
import { atEnd } from '../run/lifecycle.ts'
import { step } from '../run/steps.ts'
import { withClient } from './client.ts'
import {
  type Cluster,
  defineCluster,
  findRunning,
  initialise,
  isInitialised,
  type RunningCluster,
  startServer,
  stopAny,
} from './cluster.ts'
import { freePort, isPortBusy } from './free-port.ts'

/** A database to work with, and the way to leave it: a server this process started is stopped. */
export type OpenDatabase = { url: string; close: () => Promise<void> }

/**
 * The database of DATABASE_URL, else the embedded one: that of a running `start`, or started for this script.
 * @param what the script's name, told to a second one that finds the folder taken
 */
export async function openDatabase(what: string): Promise<OpenDatabase> {
  const given = process.env['DATABASE_URL']
  if (given) return { url: given, close: async () => {} }
  const claim = claimInstance(dataFolder(), what)
  if (!claim.isMine) return { url: await urlOfOther(claim), close: async () => {} }
  try {
    const { url, close } = await openEmbedded()
    return { url, close: () => close().finally(claim.release) }
  } catch (error) {
    claim.release()
    throw error
  }
}

/** Starts the embedded server, or takes over one left by a killed start. The caller holds the instance lock. */
export async function openEmbedded(): Promise<OpenDatabase> {
  const cluster = await defineEmbedded()
  assertUsable(cluster)
  const close = () => stopAny(cluster)
  // From here on, not only once it answers: Ctrl-C may come while it recovers.
  atEnd(close)
  if (!isInitialised(cluster.folder)) await step('Creating the database', () => initialise(cluster))
  const running = (await findRunning(cluster)) ?? (await startOnFreePort(cluster))
  await ensureDatabase(running)
  return { url: running.url(NAME), close }
}

const NAME = 'rodnik'

function defineEmbedded(): Promise<Cluster> {
  const folder = dataFolder()
  return defineCluster({
    folder: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    password: persistedSecret('postgres-password'),
    isDurable: true,
  })
}

/** The port is kept, so that a psql or a dashboard finds the server again; a taken one is exchanged. */
async function startOnFreePort(cluster: Cluster): Promise<RunningCluster> {
  const file = join(dataFolder(), 'postgres-port')
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = kept && !(await isPortBusy(kept, '127.0.0.1')) ? kept : await freePort()
  writeFileSync(file, String(port))
  return startServer(cluster, port)
}

/** @throws when the folder was made by another user or by another version, naming the ways out */
function assertUsable({ folder, user }: Cluster): void {
  if (!isInitialised(folder)) return
  const owner = statSync(folder).uid
  const expected = user?.uid ?? process.getuid?.() ?? owner
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  const wayOut = 'Move the folder away to start afresh, or give another one in RODNIK_DATA_DIR.'
  if (owner !== expected) {
    throw new Error(
      `${folder} was made by user ${owner}, and the database would run as ${expected}. ${wayOut}`,
    )
  }
  if (version !== '18')
    throw new Error(`${folder} was made by PostgreSQL ${version}, and this is 18. ${wayOut}`)
}

async function ensureDatabase(running: RunningCluster): Promise<void> {
  await withClient(running.url('postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [NAME])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`)
  })
}

/** The holder of the lock may be just starting its server. */
async function urlOfOther(claim: Extract<Claim, { isMine: false }>): Promise<string> {
  const cluster = await defineEmbedded()
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const running = isInitialised(cluster.folder) ? await findRunning(cluster) : undefined
    if (running) return running.url(NAME)
    await sleep(100)
  }
  throw new Error(
    `${claim.holder?.what ?? 'Another Rodnik'} holds ${dataFolder()}, but its database does not answer.`,
  )
}
