import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '@rodnik/api/platform/db'
import { freePort } from '../../scripts/database/free-port.ts'
import { createTestDatabase, startTestServer } from '../../scripts/database/test-server.ts'
import { startApp, stopApp, untilReady } from '../../scripts/run/app-process.ts'
import { atEnd } from '../../scripts/run/lifecycle.ts'
import { tableOf } from '../readings/figures.ts'
import { addResident, PASSWORD, SECRET } from './city.ts'

const AT_ONCE = 50
const ROUNDS = 100
// Left to itself V8 lets its heap grow with the machine before it collects; under a limit only a leak would grow.
const HEAP_MEGABYTES = 128

/** Fifty people sign in at the same instant, again and again, while the balancer asks whether the process lives. */
export async function benchCrowd(): Promise<void> {
  const server = await startTestServer()
  atEnd(server.stop)
  const { url } = await createTestDatabase(server)
  const database = openDatabase(url, 2)
  atEnd(database.close)
  const people = Array.from({ length: AT_ONCE }, (_, i) => `person-${i}@example.ru`)
  for (const email of people) await addResident(database.db, email)
  const { address, pid } = await startServer(url)

  const health = watchHealth(address)
  const memory: number[] = []
  const answers = new Map<number, number>()
  let hasRetryAfter = true
  for (let round = 0; round < ROUNDS; round++) {
    const responses = await Promise.all(people.map((login) => signIn(address, login)))
    for (const response of responses) {
      answers.set(response.status, (answers.get(response.status) ?? 0) + 1)
      if (response.status === 503 && !response.headers.has('retry-after')) hasRetryAfter = false
    }
    memory.push(residentMegabytes(pid))
    await database.db.rateLimit.deleteMany()
  }
  const times = (await health.stop()).toSorted((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
  console.log(`\n  ${ROUNDS} rounds of ${AT_ONCE} sign-ins at once`)
  console.log(
    tableOf([['answer', 'times'], ...[...answers].map(([status, n]) => [String(status), String(n)])]),
  )
  console.log(`  every 503 says when to come back: ${hasRetryAfter}`)
  console.log(
    `  /health/live meanwhile: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms (${times.length} asked)`,
  )
  const everyFifth = memory.filter((_megabytes, round) => (round + 1) % (ROUNDS / 5) === 0)
  console.log(`  memory after each ${ROUNDS / 5} rounds: ${everyFifth.join(', ')} MB`)
}

async function startServer(url: string) {
  const port = await freePort()
  const child = startApp('api', {
    env: {
      NODE_ENV: 'production',
      NODE_OPTIONS: `--max-old-space-size=${HEAP_MEGABYTES}`,
      DATABASE_URL: url,
      PORT: String(port),
      METRICS_PORT: '0',
      SESSION_SECRET: SECRET,
      TRUST_PROXY: '127.0.0.1',
      LOG_LEVEL: 'silent',
    },
  })
  atEnd(() => stopApp(child))
  const address = `http://127.0.0.1:${port}`
  await untilReady(child, address)
  return { address, pid: child.pid ?? 0 }
}

let visitors = 0

/** Everyone comes from an address of their own: the crowd is of people, not one program. */
async function signIn(address: string, login: string): Promise<Response> {
  visitors += 1
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `2001:db8:${visitors.toString(16)}::1`,
    },
    body: JSON.stringify({ login, password: PASSWORD }),
  })
  await response.arrayBuffer()
  return response
}

function watchHealth(address: string) {
  const times: number[] = []
  const over = new AbortController()
  const watching = (async () => {
    while (!over.signal.aborted) {
      const startedAt = performance.now()
      await (await fetch(`${address}/health/live`)).arrayBuffer()
      times.push(performance.now() - startedAt)
      await pause(10)
    }
  })()
  return {
    stop: async () => {
      over.abort()
      await watching
      return times
    },
  }
}

/** Linux only; elsewhere the bench has no number for it. */
function residentMegabytes(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Math.round(Number(kilobytes) / 1024)
  } catch {
    return Number.NaN
  }
}
