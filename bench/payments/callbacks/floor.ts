import { keepCallback } from '@rodnik/api/modules/payments/truth/callbacks.repo'
import { Client } from 'pg'
import { type Round, toRound } from '../../readings/figures.ts'
import { createTurns, type LoopOrder, serveOrders, untilOver } from '../terminals/order.ts'
import { acquirerId, orderNumber } from './city.ts'

/** The floor: the API's own statement on connections of its own. No HTTP, no checksum. */
const nextTurn = createTurns(Number(process.env['ORDERS']), '2')
const clients: Client[] = []

async function clientOf(i: number): Promise<Client> {
  const known = clients[i]
  if (known) return known
  const client = new Client({ connectionString: process.env['DATABASE_URL'] })
  clients[i] = client
  await client.connect()
  return client
}

const RAW = { method: 'POST', query: '', contentType: 'application/json', ip: '127.0.0.1' }

async function round(order: LoopOrder): Promise<Round> {
  const latencies: number[] = []
  const seconds = await untilOver(order, async (i, isOver) => {
    const client = await clientOf(i)
    while (!isOver()) {
      const { n } = nextTurn()
      const read = {
        orderNumber: orderNumber(n),
        acquirerId: acquirerId(n),
        event: 'deposited',
        authentic: 'yes' as const,
      }
      const startedAt = performance.now()
      await keepCallback(client, 'sber', { ...RAW, body: JSON.stringify(read).padEnd(220) }, read)
      latencies.push(performance.now() - startedAt)
    }
  })
  return toRound(latencies, seconds)
}

serveOrders(round)
