import type { BlockList } from 'node:net'
import type { TerminalProtocol } from '@rodnik/contract/staff-terminals'
import type { Deps } from '../../../platform/deps.ts'
import { blockListOf } from './address-list.ts'

/** A network that may call at this moment. */
export type Network = {
  id: string
  code: string
  protocol: TerminalProtocol
  login: string
  secretHash: Buffer
  previousSecretHash: Buffer | null
  /** Milliseconds since 1970. */
  previousValidUntil: number
  allowed: BlockList
  timeZone: string
  cityTimeZone: string
  minKopecks: number
  maxKopecks: number
  requestsPerMinute: number
}

type Row = Omit<Network, 'allowed'> & { addresses: string[] }

const ACTIVE_NETWORKS = {
  name: 'active-terminal-networks',
  text: `
    SELECT id, code, protocol::text, login, secret_hash AS "secretHash",
      previous_secret_hash AS "previousSecretHash", addresses::text[] AS addresses, time_zone AS "timeZone",
      coalesce(extract(epoch FROM previous_valid_until - app_now()) * 1000, 0)::float8 AS "previousValidUntil",
      min_kopecks AS "minKopecks", max_kopecks AS "maxKopecks", requests_per_minute AS "requestsPerMinute",
      (SELECT value ->> 'timeZone' FROM settings
        WHERE name = 'city' AND valid_from <= app_now()::date ORDER BY valid_from DESC LIMIT 1) AS "cityTimeZone"
    FROM terminal_networks WHERE is_active`,
}

const SECOND_MS = 1000

async function loadNetworks(pool: Deps['pool']): Promise<Map<string, Network>> {
  const askedAt = Date.now()
  const { rows } = await pool.query<Row>(ACTIVE_NETWORKS)
  return new Map(
    rows.map(({ addresses, previousValidUntil, ...row }) => [
      row.code,
      // The rest of its time by the clock of the database, counted on by our own.
      { ...row, previousValidUntil: askedAt + previousValidUntil, allowed: blockListOf(addresses) },
    ]),
  )
}

/** The networks that may call, asked for at most once a second: one that is switched off is out within that. */
export function openNetworkBook(pool: Deps['pool']): (code: string) => Promise<Network | undefined> {
  let known: { until: number; networks: Promise<Map<string, Network>> } | undefined
  return async (code) => {
    if (!known || performance.now() >= known.until) {
      const fresh = { until: performance.now() + SECOND_MS, networks: loadNetworks(pool) }
      known = fresh
      fresh.networks.catch(() => {
        if (known === fresh) known = undefined
      })
    }
    return (await known.networks).get(code)
  }
}
