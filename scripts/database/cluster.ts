import { spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { atEnd, isEnding } from '../run/lifecycle.ts'
import { outcomeOf, stopChild } from '../run/programs.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { canConnect } from './client.ts'
import { commandOf, isAlive, stopProcess } from './processes.ts'
import { serverSettings } from './server-settings.ts'
import { assertReachable, databaseUser, type SystemUser } from './system-user.ts'

/** A PostgreSQL data folder with the programs and the user to run it. */
export type Cluster = {
  folder: string
  /** False only where losing the data costs nothing: the throwaway databases of tests. */
  isDurable: boolean
  logFile: string
  password: string
  binaries: Binaries
  user: SystemUser | undefined
}

export type RunningCluster = { url: (database: string) => string; port: number; pid: number }

/** @throws when the database's user cannot reach the programs or the folder's parent */
export async function defineCluster(
  options: Pick<Cluster, 'folder' | 'isDurable' | 'logFile' | 'password'>,
): Promise<Cluster> {
  const binaries = await findBinaries()
  const user = databaseUser()
  assertReachable(dirname(binaries.postgres), user)
  assertReachable(dirname(options.folder), user)
  return { ...options, binaries, user }
}

/** Makes the data folder; the marker, written last, tells a whole one from one whose making was cut short. */
export async function initialise(cluster: Cluster): Promise<void> {
  const { folder, binaries, user } = cluster
  // Made beside its place: a start that was killed may have left an initdb that is still writing.
  const making = `${folder}.making-${process.pid}`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true, mode: 0o700 })
  if (user) chownSync(making, user.uid, user.gid)
  const passwordFile = `${making}.password`
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  const init = spawn(
    binaries.initdb,
    [
      `--pgdata=${making}`,
      '--username=rodnik',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      // The collation built into PostgreSQL: the same order on every machine, and no locale to install.
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      ...(cluster.isDurable ? [] : ['--no-sync']),
    ],
    { ...user, stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnvironment() },
  )
  atEnd(() => stopChild(init, 5_000))
  const { exitCode, output } = await outcomeOf(init)
  rmSync(passwordFile, { force: true })
  if (exitCode !== 0) throw new Error(`The database could not be created:\n${output}`)
  writeFileSync(markerOf(making), '')
  rmSync(folder, { recursive: true, force: true })
  renameSync(making, folder)
  removeLeftovers(folder)
}

/** What killed starts were making; one that is still being written is left to the next time. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.making-`)) continue
    try {
      rmSync(join(dirname(folder), name), { recursive: true, force: true })
    } catch {
      // An orphaned initdb has put a file there meanwhile.
    }
  }
}

export function isInitialised(folder: string): boolean {
  return existsSync(markerOf(folder))
}

const markerOf = (folder: string) => join(folder, 'rodnik-initialised')

/** Starts the server on a loopback port; answers when it takes connections. */
export async function startServer(cluster: Cluster, port: number): Promise<RunningCluster> {
  const { folder, logFile, binaries, user } = cluster
  if (isEnding()) throw new Error('The start was ended before the database ran.')
  const log = openSync(logFile, 'a', 0o600)
  const settings = Object.entries(serverSettings(port, cluster.isDurable))
  const child = spawn(
    binaries.postgres,
    ['-D', folder, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // A session of its own: Ctrl-C in the terminal must reach the API first and the database last.
    { ...user, detached: true, stdio: ['ignore', log, log], env: cleanEnvironment() },
  )
  closeSync(log)
  child.unref()
  const running = describe(cluster, port, child.pid ?? 0)
  // Known from here on, before it has written its lock file: a script ended now must not leave it behind.
  atEnd(() => (child.exitCode === null && child.pid ? stopServer(running) : undefined))
  if (await isReady(running, () => child.exitCode === null)) return running
  throw new Error(`The database did not start; the end of ${logFile}:\n${tail(logFile)}`)
}

/** The server that already runs on the data folder, such as one left by a killed start. */
export async function findRunning(cluster: Cluster): Promise<RunningCluster | undefined> {
  const running = lockHolder(cluster)
  if (!running) return undefined
  if (await isReady(running, () => isAlive(running.pid))) return running
  await stopServer(running)
  return undefined
}

/** Ends whatever server runs on the data folder, ready or still starting. */
export async function stopAny(cluster: Cluster): Promise<void> {
  const running = lockHolder(cluster)
  if (running) await stopServer(running)
}

/**
 * The process that PostgreSQL's lock file names. A lock file whose process is not ours is removed:
 * after a power cut its number may be anybody's, and would keep the database from starting.
 */
function lockHolder(cluster: Cluster): RunningCluster | undefined {
  const file = join(cluster.folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number)
  if (pid && port && isAlive(pid) && commandOf(pid).includes(cluster.folder))
    return describe(cluster, port, pid)
  rmSync(file, { force: true })
  return undefined
}

/** Recovery after a crash may take a while: as long as the server lives, it is given a minute. */
async function isReady(running: RunningCluster, isRunning: () => boolean): Promise<boolean> {
  const deadline = Date.now() + 60_000
  while (isRunning() && Date.now() < deadline) {
    if (await canConnect(running.url('postgres'))) return true
    await sleep(50)
  }
  return false
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
export async function stopServer(running: RunningCluster): Promise<void> {
  await stopProcess(running.pid, 'SIGINT', 30_000)
}

function describe(cluster: Cluster, port: number, pid: number): RunningCluster {
  return {
    port,
    pid,
    url: (database) => `postgresql://rodnik:${cluster.password}@127.0.0.1:${port}/${database}`,
  }
}

/** The caller's PG* variables would quietly change the port, the folder or the language of messages. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_'),
  )
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-15).join('\n')
}
