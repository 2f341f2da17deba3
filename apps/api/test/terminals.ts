import { sha256 } from '../src/platform/secrets.ts'
import type { Api } from './api.ts'

type Facts = {
  code?: string
  protocol?: 'osmp' | 'biller'
  addresses?: string[]
  timeZone?: string
  minKopecks?: number
  maxKopecks?: number
  requestsPerMinute?: number
}

type Parameters = Record<string, string> | string
type Way = { ip?: string; authorization?: string | null; network?: string }

export const basic = (login: string, secret: string) =>
  `Basic ${Buffer.from(`${login}:${secret}`).toString('base64')}`

/** The text of an element; null when the answer has none. */
export const element = (xml: string, name: string): string | null =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? null

const ADDRESS = '192.0.2.10'

/** A network of payment terminals that is let in, and what it can ask. */
export async function terminalNetwork(api: Pick<Api, 'app' | 'db'>, facts: Facts = {}) {
  const {
    code = `net-${crypto.randomUUID().slice(0, 8)}`,
    protocol = 'osmp',
    addresses = [ADDRESS],
    timeZone = 'Europe/Moscow',
    minKopecks = 100,
    maxKopecks = 1_500_000,
    requestsPerMinute = 1_000_000,
  } = facts
  const secret = `secret of ${code}`
  const login = `${code}-login`
  await api.db.$executeRaw`
    INSERT INTO terminal_networks (code, name, protocol, login, secret_hash, addresses, time_zone,
      min_kopecks, max_kopecks, requests_per_minute)
    VALUES (${code}, ${`Сеть ${code}`}, ${protocol}::terminal_protocol, ${login}, ${sha256(secret)},
      ${addresses}::text[]::inet[], ${timeZone}, ${minKopecks}, ${maxKopecks}, ${requestsPerMinute})`
  const call = (path: string, { ip = ADDRESS, authorization, network = code }: Way = {}) =>
    api.app.inject({
      url: `/api/v1/terminals/${network}${path}`,
      headers: {
        'x-forwarded-for': ip,
        ...(authorization !== null && { authorization: authorization ?? basic(login, secret) }),
      },
    })
  const ask = (parameters: Parameters, way?: Way) =>
    call(`?${typeof parameters === 'string' ? parameters : new URLSearchParams(parameters).toString()}`, way)
  return {
    code,
    login,
    secret,
    call,
    ask,
    pay: (txn_id: string, account: string, sum: string, more: Record<string, string> = {}) =>
      ask({ command: 'pay', txn_id, account, sum, ...more }),
    check: (account: string, more: Record<string, string> = {}) =>
      ask({ command: 'check', txn_id: '1', account, sum: '10.00', ...more }),
  }
}
export type TerminalNetwork = Awaited<ReturnType<typeof terminalNetwork>>

/** How often money of a network's payment was posted to the ledger, and the sum of all the books: zero. */
export async function postingsOf(api: Pick<Api, 'db'>, code: string, txnId: string): Promise<number> {
  return api.db.ledgerTransaction.count({ where: { operation: `payment:terminal:${code}:${txnId}` } })
}

export async function booksSum(api: Pick<Api, 'db'>): Promise<bigint> {
  const [row] = await api.db.$queryRaw<{ sum: bigint }[]>`
    SELECT coalesce(sum(amount_kopecks), 0)::bigint AS sum FROM ledger_entries`
  return row?.sum ?? -1n
}
