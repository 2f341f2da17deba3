import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import { openAcquirers } from './gateways/acquirers/open-acquirers.ts'
import { openFileStore } from './gateways/file-store/open-file-store.ts'
import { remindOfAppointments } from './modules/appointments/index.ts'
import { sweepFiles } from './modules/attachments/index.ts'
import { closeMonths } from './modules/billing/index.ts'
import { workImports } from './modules/imports/index.ts'
import { startMail } from './modules/notifications/index.ts'
import { postRegistries, workPayments, workReconciliation } from './modules/payments/index.ts'
import { makeExports } from './modules/people/index.ts'
import { workRegisters } from './modules/staff/index.ts'
import { endUnrecordedVisits } from './modules/visits/index.ts'
import { openDatabase } from './platform/db.ts'
import { readEnv } from './platform/env.ts'
import { startJobs } from './platform/jobs.ts'
import { createMetrics, serveMetrics } from './platform/metrics.ts'

const GRACE_MS = 25_000
/** Enough for a letter under way; what is left of the grace closes the connections. */
const PATIENCE_MS = 20_000

/** What is done behind the pages' back: letters leave, exports are made, payments are asked about, bank files are posted, imports are judged and loaded, files that nobody needs go. Any number of workers may run. */
async function main() {
  const env = readEnv(process.env)
  const log = pino({ level: env.LOG_LEVEL })
  const acquirers = openAcquirers(env, log)
  const files = openFileStore(env, log)
  const { db, pool, close } = openDatabase(env.DATABASE_URL, env.DATABASE_POOL_SIZE)
  const metrics = createMetrics()
  const jobs = await startJobs(env.DATABASE_URL, log)
  const mail = await startMail({ env, pool, metrics, log }, jobs)
  await jobs.work('exports', () => makeExports({ db, log }))
  await jobs.work('registers', () => workRegisters({ db, log }))
  await jobs.work('billing', () => closeMonths({ db, log, connectionString: env.DATABASE_URL }))
  await jobs.work('registries', () => postRegistries({ db, log, connectionString: env.DATABASE_URL }))
  await jobs.work('imports', () => workImports({ pool, log, connectionString: env.DATABASE_URL }))
  await jobs.work('payments', () => workPayments({ db, pool, log, acquirers }))
  await jobs.work('reconciliation', () => workReconciliation({ db, pool, log, acquirers }))
  await jobs.work('files', () => sweepFiles({ pool, files }))
  await jobs.work('appointments', () => remindOfAppointments({ pool }))
  await jobs.work('visits', () => endUnrecordedVisits({ db, log }))
  const listener = await serveMetrics(metrics, { host: env.METRICS_HOST, port: env.METRICS_PORT })
  log.info({ acquirer: acquirers.current?.name }, 'the worker is ready')

  closeWithGrace({ delay: GRACE_MS, logger: log }, async ({ err, signal }) => {
    if (err) log.fatal({ err }, 'stopping after an error')
    else log.info({ signal }, 'stopping')
    mail.stop()
    await jobs.stop(PATIENCE_MS)
    mail.close()
    listener.close()
    await close()
  })
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
