import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { inRoot, root } from '../root.ts'
import { stopChild } from './programs.ts'

export type ApiOptions = {
  env: Record<string, string>
  /** Where its log goes; the terminal when absent. */
  logFile?: string | undefined
  /** Restarts when its sources change. */
  isWatched?: boolean
}

/** Longer than the API's own patience with requests in progress. */
const GRACE_MS = 30_000

/** Starts apps/api/src/main.ts; it ends when this process does, however that happens. */
export function startApi({ env, logFile, isWatched = false }: ApiOptions): ChildProcess {
  const output = logFile ? openSync(logFile, 'w', 0o600) : 'inherit'
  const args = ['--import', inRoot('scripts/run/end-with-parent.ts'), inRoot('apps/api/src/main.ts')]
  return spawn(process.execPath, isWatched ? ['--watch', '--watch-preserve-output', ...args] : args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
    // A process group of its own: Ctrl-C comes to it once, through us, and not a second time from the terminal.
    detached: true,
  })
}

export const stopApi = (child: ChildProcess): Promise<void> => stopChild(child, GRACE_MS)

/**
 * Waits until the API answers that it is ready.
 * @throws when it ends before, or is not ready in a minute
 */
export async function untilReady(child: ChildProcess, address: string): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('The API ended while starting.')
    if (await isReady(address)) return
    await sleep(50)
  }
  throw new Error('The API was not ready within a minute.')
}

async function isReady(address: string): Promise<boolean> {
  try {
    const response = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2_000) })
    return response.status === 200
  } catch {
    return false
  }
}
