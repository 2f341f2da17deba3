import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { chargesOf } from '@rodnik/api/modules/billing/close/charges-of'
import type { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { withClient } from '../../scripts/database/client.ts'

const LAST_MONTHS = 8

/** What a month's charge rests on, table by table: no join, no sorting. */
const INPUT = (period: string) => [
  'SELECT * FROM accounts',
  'SELECT * FROM meters',
  `SELECT meter_id, period, revision, taken_on, value_litres, is_rollover FROM readings
   WHERE period > '${period}-01'::date - interval '${LAST_MONTHS} months' AND period <= '${period}-01'`,
]

/** The rows that the close has written, and tables like those they stand in. */
const OUTPUT = (period: string) =>
  [
    ['charges', chargesOf(period)],
    ['ledger_transactions', 'ledger_transactions'],
    ['ledger_entries', 'ledger_entries'],
  ] as const

/** The least: the input once out of the database, the result once into it, one connection and no rules. */
export async function copyFloor(url: string, period: string) {
  return withClient(url, async (client) => {
    const outSeconds = await timed(async () => {
      for (const query of INPUT(period)) await discard(client, query)
    })
    const kept: [string, Buffer[]][] = []
    for (const [name, table] of OUTPUT(period)) kept.push([name, await collect(client, table)])
    await client.query('CREATE SCHEMA floor')
    for (const [name] of kept) {
      await client.query(`CREATE TABLE floor.${name} (LIKE ${name} INCLUDING ALL)`)
    }
    const inSeconds = await timed(async () => {
      await client.query('BEGIN')
      for (const [name, rows] of kept) {
        await pipeline(Readable.from(rows), client.query(copyFrom(`COPY floor.${name} FROM STDIN`)))
      }
      await client.query('COMMIT')
    })
    return { outSeconds, inSeconds }
  })
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}

const discard = (client: Client, query: string) =>
  pipeline(
    client.query(copyTo(`COPY (${query}) TO STDOUT`)),
    new Writable({ write: (_chunk, _encoding, done) => done() }),
  )

async function collect(client: Client, table: string): Promise<Buffer[]> {
  const chunks: Buffer[] = []
  for await (const chunk of client.query(copyTo(`COPY ${table} TO STDOUT`))) chunks.push(chunk as Buffer)
  return chunks
}
