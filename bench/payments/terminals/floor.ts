import { check, pay } from '@rodnik/api/modules/payments/terminals/terminals.service'
import { Client, Pool, type QueryConfig } from 'pg'
import { type Round, toRound } from '../../readings/figures.ts'
import { accountId, accountNumber, NETWORK } from './city.ts'
import { type Command, createTurns, serveOrders, type TerminalOrder, untilOver } from './order.ts'

/**
 * The floor: the statements of a check and of a payment, one after the other on connections of their own. No HTTP, no
 * protocol, no rules. They are written down from one real check and one real payment, so they are always the API's.
 */
type Statement = string | QueryConfig
type Script = Record<Command, Statement[]>

const accounts = Number(process.env['ACCOUNTS'])
const url = process.env['DATABASE_URL']
const nextTurn = createTurns(accounts, '2')

const SAMPLE = { n: accounts - 1, txnId: '3000000000000000000' }

/** What the service sends while it does one of each. */
async function writeDown(): Promise<Script> {
  const pool = new Pool({ connectionString: url, max: 1 })
  const client = await pool.connect()
  const { rows } = await client.query<{ id: string }>('SELECT id FROM terminal_networks WHERE code = $1', [
    NETWORK.code,
  ])
  let sent: Statement[] = []
  const query = (statement: Statement) => {
    sent.push(statement)
    return client.query(statement)
  }
  const listening = { query, connect: async () => ({ query, release: () => undefined }) }
  const deps = { pool: listening } as never
  const zones = { timeZone: 'Asia/Yekaterinburg', cityTimeZone: 'Asia/Yekaterinburg' }
  const network = { id: rows[0]?.id, code: NETWORK.code, ...zones, minKopecks: 1, maxKopecks: 1e6 } as never
  const asked = { txnId: SAMPLE.txnId, accountNumber: accountNumber(SAMPLE.n), amountKopecks: 100 }
  await check(deps, network, { command: 'check', ...asked })
  const checked = sent
  sent = []
  await pay(deps, network, { command: 'pay', ...asked, paidAt: null })
  client.release()
  await pool.end()
  return { check: checked, pay: sent }
}

/** The statement for another account and another payment. */
function renamed(statement: Statement, { n, txnId }: { n: number; txnId: string }): Statement {
  if (typeof statement === 'string') return statement
  const values = JSON.stringify(statement.values)
    .replaceAll(SAMPLE.txnId, txnId)
    .replaceAll(accountNumber(SAMPLE.n), accountNumber(n))
    .replaceAll(accountId(SAMPLE.n), accountId(n))
  return { ...statement, values: JSON.parse(values) as unknown[] }
}

const script = await writeDown()
const clients: Client[] = []

async function clientOf(i: number): Promise<Client> {
  const known = clients[i]
  if (known) return known
  const client = new Client({ connectionString: url })
  clients[i] = client
  await client.connect()
  return client
}

async function round(order: TerminalOrder): Promise<Round> {
  const latencies: number[] = []
  const seconds = await untilOver(order, async (i, isOver) => {
    const client = await clientOf(i)
    while (!isOver()) {
      const turn = nextTurn()
      const startedAt = performance.now()
      for (const statement of script[order.command])
        await client.query(renamed(statement, turn) as QueryConfig)
      latencies.push(performance.now() - startedAt)
    }
  })
  return toRound(latencies, seconds)
}

serveOrders(round)
