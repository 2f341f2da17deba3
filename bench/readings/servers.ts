import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { freePort } from '../../scripts/database/free-port.ts'
import { startApp, stopApp, untilReady } from '../../scripts/run/app-process.ts'
import { atEnd } from '../../scripts/run/lifecycle.ts'
import { stopChild } from '../../scripts/run/programs.ts'
import type { LoopOrder, TerminalOrder } from '../payments/terminals/order.ts'
import { benchFolder } from './city.ts'
import type { Round } from './figures.ts'
import type { Order, Report } from './load.ts'

export const SECRET = 'a secret of the bench that is long enough'
const POOL_SIZE = 8

export type Listener = { port: number; pid: number | undefined }

/** The API as it runs in production: its own process, log to a file, metrics on. */
export async function startOurs(
  url: string,
  profileFolder: string | undefined,
  settings: Record<string, string> = {},
): Promise<Listener> {
  const [port, metricsPort] = [await freePort(), await freePort()]
  const child = startApp('api', {
    env: {
      NODE_ENV: 'production',
      DATABASE_URL: url,
      DATABASE_POOL_SIZE: String(POOL_SIZE),
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      SESSION_SECRET: SECRET,
      LOG_LEVEL: 'info',
      ...settings,
      ...(profileFolder && { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profileFolder}` }),
    },
    logFile: join(benchFolder(), 'api.log'),
  })
  atEnd(() => stopApp(child))
  await untilReady(child, `http://127.0.0.1:${port}`)
  return { port, pid: child.pid }
}

export async function startBare(url: string, period: string): Promise<Listener> {
  const port = await freePort()
  const env = { DATABASE_URL: url, DATABASE_POOL_SIZE: String(POOL_SIZE), PORT: String(port), PERIOD: period }
  return { port, pid: (await startWorker(join(import.meta.dirname, 'bare-fastify.ts'), env)).pid }
}

/** A process of ours that puts rounds of load on a port, or on the database. */
export async function startGenerator(file: string, env: Record<string, string>) {
  const child = await startWorker(file, env)
  return {
    pid: child.pid,
    round: async (order: Order | LoopOrder | TerminalOrder): Promise<Round> => {
      const answer = nextMessage(child)
      child.send(order)
      return (await answer) as Round
    },
  }
}

async function startWorker(file: string, env: Record<string, string>): Promise<ChildProcess> {
  const child = fork(file, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    // As for the API: Ctrl-C reaches it through us alone.
    detached: true,
  })
  atEnd(() => stopChild(child, 5000))
  await nextMessage(child)
  return child
}

function nextMessage(child: ChildProcess): Promise<Report> {
  return new Promise((resolve, reject) => {
    const onEnd = () => reject(new Error(`A process of the bench ended early: ${child.spawnargs.join(' ')}`))
    child.once('exit', onEnd)
    child.once('message', (message: Report) => {
      child.removeListener('exit', onEnd)
      resolve(message)
    })
  })
}
