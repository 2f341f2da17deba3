import { setTimeout as pause } from 'node:timers/promises'
import closeWithGrace from 'close-with-grace'
import { destination, pino } from 'pino'
import { buildApp } from './app/build.ts'
import { openAcquirers } from './gateways/acquirers/open-acquirers.ts'
import { openEsia } from './gateways/esia/open-esia.ts'
import { openFileStore } from './gateways/file-store/open-file-store.ts'
import { openDatabase } from './platform/db.ts'
import { readEnv } from './platform/env.ts'
import { startMaintenance } from './platform/maintenance.ts'
import { createMetrics, serveMetrics } from './platform/metrics.ts'

const GRACE_MS = 25_000
const MAX_EVENT_LOOP_DELAY_MS = 3000

/** Lines are written together, at the latest after a second and at the end: a write a request costs 5 % of it. */
const LOG_BUFFER = { sync: false, minLength: 4096, periodicFlush: 1000 }

async function main() {
  const env = readEnv(process.env)
  const log = pino({ level: env.LOG_LEVEL }, destination(LOG_BUFFER))
  const esia = openEsia(env, log)
  const acquirers = openAcquirers(env, log)
  const files = openFileStore(env, log)
  const { db, pool, close } = openDatabase(env.DATABASE_URL, env.DATABASE_POOL_SIZE)
  const deps = { env, db, pool, metrics: createMetrics(), log, esia, acquirers, files }

  const app = await buildApp(deps, { ...env, logger: log, maxEventLoopDelayMs: MAX_EVENT_LOOP_DELAY_MS })
  await app.listen({ host: env.HOST, port: env.PORT })
  const metrics = await serveMetrics(deps.metrics, { host: env.METRICS_HOST, port: env.METRICS_PORT })
  const maintenance = startMaintenance(deps)
  log.info({ address: env.PUBLIC_URL }, 'ready')

  closeWithGrace({ delay: GRACE_MS, logger: log }, async ({ err, signal }) => {
    if (err) log.fatal({ err }, 'stopping after an error')
    else log.info({ signal }, 'stopping')
    app.startDraining()
    if (!err) await pause(env.DRAIN_MS)
    maintenance.stop()
    await app.close()
    metrics.close()
    await close()
  })
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
