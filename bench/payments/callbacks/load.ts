import { createHmac } from 'node:crypto'
import { openConnection } from '../../readings/connection.ts'
import { type Round, toRound } from '../../readings/figures.ts'
import { createTurns, type LoopOrder, serveOrders, untilOver } from '../terminals/order.ts'
import { acquirerId, CALLBACK_KEY, orderNumber } from './city.ts'

/** A bank that tells of payments, in a process of its own: each with its checksum, one after the other. */
const nextTurn = createTurns(Number(process.env['ORDERS']), '1')

function nextRequest(): string {
  const { n } = nextTurn()
  const facts = { mdOrder: acquirerId(n), operation: 'deposited', orderNumber: orderNumber(n), status: '1' }
  const signed = Object.entries(facts)
    .map(([name, value]) => `${name};${value};`)
    .join('')
  const checksum = createHmac('sha256', CALLBACK_KEY).update(signed).digest('hex').toUpperCase()
  const body = JSON.stringify({ ...facts, checksum })
  return [
    'POST /api/v1/acquirers/sber/callback HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}

async function round(order: LoopOrder): Promise<Round> {
  const latencies: number[] = []
  const wrong: string[] = []
  const seconds = await untilOver(order, async (_i, isOver) => {
    const connection = await openConnection(order.port)
    while (!isOver()) {
      const { status, body, milliseconds } = await connection.ask(nextRequest())
      latencies.push(milliseconds)
      if (status !== 200) wrong.push(`${status} ${body}`)
    }
    connection.end()
  })
  return toRound(latencies, seconds, wrong)
}

serveOrders(round)
