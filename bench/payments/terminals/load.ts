import { openConnection } from '../../readings/connection.ts'
import { type Round, toRound } from '../../readings/figures.ts'
import { accountNumber, NETWORK } from './city.ts'
import { createTurns, serveOrders, type TerminalOrder, untilOver } from './order.ts'

/** A network of terminals, in a process of its own: HTTP/1.1 with keep-alive, as the API is called in life. */
const nextTurn = createTurns(Number(process.env['ACCOUNTS']), '1')
const authorization = Buffer.from(`${NETWORK.login}:${NETWORK.secret}`).toString('base64')

function nextRequest(command: TerminalOrder['command']): string {
  const { n, txnId } = nextTurn()
  return [
    `GET /api/v1/terminals/${NETWORK.code}?command=${command}&txn_id=${txnId}&account=${accountNumber(n)}&sum=1.00 HTTP/1.1`,
    'host: localhost',
    `authorization: Basic ${authorization}`,
    '\r\n',
  ].join('\r\n')
}

async function round(order: TerminalOrder): Promise<Round> {
  const latencies: number[] = []
  const wrong: string[] = []
  const seconds = await untilOver(order, async (_i, isOver) => {
    const connection = await openConnection(order.port)
    while (!isOver()) {
      const { status, body, milliseconds } = await connection.ask(nextRequest(order.command))
      latencies.push(milliseconds)
      if (status !== 200 || !body.includes('<result>0</result>')) wrong.push(`${status} ${body}`)
    }
    connection.end()
  })
  return toRound(latencies, seconds, wrong)
}

serveOrders(round)
