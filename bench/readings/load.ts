import { randomBytes } from 'node:crypto'
import { guestAccess } from '@rodnik/api/platform/guest'
import Fastify from 'fastify'
import { MONTHS, meterId, sessionId, valueLitres } from './city.sql.ts'
import { openConnection } from './connection.ts'
import { type Round, toRound } from './figures.ts'

/** The load generator, a process of its own: answers each order with the figures of one round. */
export type Order = { port: number; seconds: number; connections: number }
export type Report = Round | 'ready'

const accounts = Number(process.env['ACCOUNTS'])
const secret = process.env['SESSION_SECRET'] ?? ''
// Prime to the number of flats: every flat has its turn before any comes again.
const STRIDE = 61_803
let turn = 0

/** Signs with the API's own signer, so that tokens are what the API gives. */
async function tokenSigner(): Promise<(n: number) => string> {
  const app = Fastify()
  app.decorate('deps', { env: { PUBLIC_URL: 'http://localhost', SESSION_SECRET: secret } } as never)
  await app.register(guestAccess)
  await app.ready()
  return (n) => app.jwt.guestToken.sign({ sub: sessionId(n) })
}

const sign = await tokenSigner()
const tokens = Array.from({ length: accounts }, (_, n) => sign(n))

function nextRequest(): string {
  const n = (turn++ * STRIDE) % accounts
  const reading = (meter: 0 | 1) => ({
    meterId: meterId(meter, n),
    valueLitres: valueLitres(n, meter, MONTHS - 1) + 500 + Math.floor(Math.random() * 4000),
  })
  const body = JSON.stringify({ readings: [reading(0), reading(1)] })
  return [
    'POST /api/v1/submissions HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `content-length: ${body.length}`,
    `cookie: rodnik-guest=${tokens[n]}`,
    `idempotency-key: ${randomBytes(12).toString('hex')}`,
    `x-session: ${sessionId(n)}`,
    '',
    body,
  ].join('\r\n')
}

async function round({ port, seconds, connections }: Order): Promise<Round> {
  const latencies: number[] = []
  const wrong: string[] = []
  const startedAt = performance.now()
  const endsAt = startedAt + seconds * 1000
  const person = async () => {
    const connection = await openConnection(port)
    while (performance.now() < endsAt) {
      const { status, body, milliseconds } = await connection.ask(nextRequest())
      latencies.push(milliseconds)
      if (status !== 201) wrong.push(`${status} ${body}`)
    }
    connection.end()
  }
  await Promise.all(Array.from({ length: connections }, person))
  return toRound(latencies, (performance.now() - startedAt) / 1000, wrong)
}

process.on('message', (order: Order) => {
  round(order).then(
    (figures) => process.send?.(figures),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready' satisfies Report)
