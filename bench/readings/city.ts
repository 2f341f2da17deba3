import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { withClient } from '../../scripts/database/client.ts'
import {
  defineCluster,
  findRunning,
  initialise,
  isInitialised,
  type RunningCluster,
  startServer,
  stopServer,
} from '../../scripts/database/cluster.ts'
import { freePort } from '../../scripts/database/free-port.ts'
import { bringUpToDate } from '../../scripts/database/reference-data.ts'
import { dataFolder } from '../../scripts/run/data-folder.ts'
import { claimInstance } from '../../scripts/run/instance-lock.ts'
import { atEnd } from '../../scripts/run/lifecycle.ts'
import { step } from '../../scripts/run/steps.ts'
import { cityStatements, guestsSql } from './city.sql.ts'

export const benchFolder = () => join(dataFolder(), 'bench')

/** A durable PostgreSQL of the bench's own, kept between runs; stopped at the end. */
export async function openServer(): Promise<RunningCluster> {
  const folder = benchFolder()
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const claim = claimInstance(folder, 'pnpm bench')
  if (!claim.isMine) throw new Error(`Another bench runs, process ${claim.holder?.pid ?? 'unknown'}.`)
  atEnd(claim.release)
  const cluster = await defineCluster({
    folder: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    password: 'bench',
    isDurable: true,
  })
  if (!isInitialised(cluster.folder)) await initialise(cluster)
  const running = (await findRunning(cluster)) ?? (await startServer(cluster, await freePort()))
  atEnd(() => stopServer(running))
  return running
}

/** A database for this run alone, copied from the filled city, with a guest for every flat. */
export async function openCity(server: RunningCluster, accounts: number): Promise<string> {
  const template = await ensureCity(server, accounts)
  await step('Copying the city for this run', async () => {
    await withClient(server.url('postgres'), async (client) => {
      await client.query('DROP DATABASE IF EXISTS bench WITH (FORCE)')
      await client.query(`CREATE DATABASE bench TEMPLATE ${template} STRATEGY FILE_COPY`)
    })
    await withClient(server.url('bench'), async (client) => {
      await client.query(guestsSql(accounts))
      await client.query('VACUUM (ANALYZE) guest_sessions')
      await client.query('CHECKPOINT')
    })
  })
  return server.url('bench')
}

/** Filled once a month, since the readings end with the month before; a change of the schema fills anew. */
export async function ensureCity(server: RunningCluster, accounts: number): Promise<string> {
  return withClient(server.url('postgres'), async (client) => {
    const { rows } = await client.query<{ month: string; names: string[] }>(
      `SELECT to_char(now(), 'YYYYMM') AS month,
        array(SELECT datname::text FROM pg_database WHERE datname LIKE 'city_%') AS names`,
    )
    const name = `city_${accounts}_${rows[0]?.month}`
    if (rows[0]?.names.includes(name)) {
      const changes = await bringUpToDate(server.url(name))
      if (changes.length > 0) {
        await withClient(server.url(name), (city) => city.query('VACUUM (ANALYZE, FREEZE)'))
      }
      return name
    }
    await step(`Filling a city of ${accounts} flats`, async () => {
      await client.query('DROP DATABASE IF EXISTS making WITH (FORCE)')
      await client.query('CREATE DATABASE making')
      await bringUpToDate(server.url('making'))
      await withClient(server.url('making'), async (city) => {
        for (const statement of cityStatements(accounts)) await city.query(statement)
      })
      await client.query(`ALTER DATABASE making RENAME TO ${name}`)
    })
    return name
  })
}
