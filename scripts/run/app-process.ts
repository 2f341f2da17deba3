import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { inRoot, root } from '../root.ts'
import { stopChild } from './programs.ts'

/** The programs that Rodnik consists of. */
const ENTRIES = {
  api: 'apps/api/src/main.ts',
  worker: 'apps/api/src/worker.ts',
  sandbox: 'apps/sandbox/src/main.ts',
} as const

export type App = keyof typeof ENTRIES

export type AppOptions = {
  env: Record<string, string>
  /** Where its log goes; the terminal when absent. */
  logFile?: string | undefined
  /** Restarts when its sources change. */
  isWatched?: boolean
}

/** Longer than the API's own patience with requests in progress. */
const GRACE_MS = 30_000

/** Starts a program; it ends when this process does, however that happens. */
export function startApp(app: App, { env, logFile, isWatched = false }: AppOptions): ChildProcess {
  const output = logFile ? openSync(logFile, 'w', 0o600) : 'inherit'
  const args = ['--import', inRoot('scripts/run/end-with-parent.ts'), inRoot(ENTRIES[app])]
  return spawn(process.execPath, isWatched ? ['--watch', '--watch-preserve-output', ...args] : args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
    // A process group of its own: Ctrl-C comes to it once, through us, and not a second time from the terminal.
    detached: true,
  })
}

export const stopApp = (child: ChildProcess): Promise<void> => stopChild(child, GRACE_MS)

/**
 * Waits until the API answers that it is ready.
 * @throws when it ends before, or is not ready in a minute
 */
export const untilReady = (child: ChildProcess, address: string): Promise<void> =>
  untilAnswers(child, `${address}/health/ready`, 'The API')

/**
 * Waits until a program answers a request with 200.
 * @throws when it ends before, or does not in a minute
 */
export async function untilAnswers(child: ChildProcess, url: string, name: string): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${name} ended while starting.`)
    if (await answers(url)) return
    await sleep(50)
  }
  throw new Error(`${name} was not ready within a minute.`)
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    return response.status === 200
  } catch {
    return false
  }
}
