import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Api } from './api.ts'

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (!address || typeof address === 'string') throw new Error('No port was given')
  return address.port
}

/** The API as a process of its own, as in production; ready when it is given. */
export async function startProcess(
  api: Pick<Api, 'databaseUrl' | 'env'>,
  port: number,
  settings: Record<string, string> = {},
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [new URL('../src/main.ts', import.meta.url).pathname], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: api.databaseUrl,
      PORT: String(port),
      METRICS_PORT: '0',
      SESSION_SECRET: api.env.SESSION_SECRET,
      LOG_LEVEL: 'silent',
      ...settings,
    },
  })
  for (let i = 0; i < 300; i++) {
    const isReady = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return child
    if (child.exitCode !== null) throw new Error('The API ended before it was ready')
    await pause(50)
  }
  throw new Error('The API did not become ready')
}
