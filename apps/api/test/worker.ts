import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { Api } from './api.ts'

export type Worker = ChildProcessByStdio<null, Readable, null>

/** The worker as a process of its own, as in production. */
export function startWorker(
  { databaseUrl, env }: Pick<Api, 'databaseUrl' | 'env'>,
  settings: Record<string, string>,
): Worker {
  return spawn(process.execPath, [new URL('../src/worker.ts', import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: env.PUBLIC_URL,
      SESSION_SECRET: env.SESSION_SECRET,
      METRICS_PORT: '0',
      LOG_LEVEL: 'warn',
      ...settings,
    },
  })
}

export async function endWorker(worker: Worker, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (worker.exitCode !== null || worker.signalCode !== null) return worker.exitCode
  worker.kill(signal)
  await once(worker, 'exit')
  return worker.exitCode
}
